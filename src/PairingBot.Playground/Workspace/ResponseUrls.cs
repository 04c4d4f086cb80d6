namespace PairingBot.Playground.Workspace;

/// <summary>Addresses for late answers: five uses within half an hour each.</summary>
public sealed class ResponseUrls(PlaygroundClock clock)
{
    private const int Uses = 5;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly Dictionary<string, Place> places = [];

    public string Issue(string person, string conversation, string? messageTs)
    {
        var id = Ids.Hex();
        places[id] = new Place(person, conversation, messageTs, clock.Real.GetUtcNow());
        return id;
    }

    /// <summary>Counts one use; null when the address is unknown, too old or spent.</summary>
    public Place? Use(string id)
    {
        if (!places.TryGetValue(id, out var place)) return null;
        if (clock.Real.GetUtcNow() - place.At > Life || place.Used == Uses) return null;
        place.Used++;
        return place;
    }

    public sealed record Place(string Person, string Conversation, string? MessageTs, DateTimeOffset At)
    {
        public int Used { get; set; }
    }
}
