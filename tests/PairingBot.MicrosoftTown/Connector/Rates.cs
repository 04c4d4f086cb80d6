namespace PairingBot.MicrosoftTown.Connector;

/// <summary>The documented rates of one conversation: 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour.</summary>
internal sealed class Rates
{
    private static readonly (int Calls, int Seconds)[] Limits = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    private readonly Dictionary<string, List<DateTimeOffset>> calls = new(StringComparer.Ordinal);

    /// <summary>Null when the call is let through, and counts; else after how many seconds to come again.</summary>
    public int? Refuse(string conversation)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (!calls.TryGetValue(conversation, out var made)) calls[conversation] = made = [];
        foreach (var (most, seconds) in Limits)
        {
            if (made.Count(at => at > now.AddSeconds(-seconds)) >= most) return seconds;
        }

        made.Add(now);
        return null;
    }
}
