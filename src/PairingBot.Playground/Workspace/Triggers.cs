using System.Globalization;

namespace PairingBot.Playground.Workspace;

/// <summary>Trigger ids: the right to open one modal for one person, within three seconds, once.</summary>
public sealed class Triggers(PlaygroundClock clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, Trigger> issued = [];
    private long count = 398738663015;

    public string Issue(string person)
    {
        count++;
        var id = string.Create(CultureInfo.InvariantCulture, $"{count}.47445629121.{Ids.Hex()}");
        issued[id] = new Trigger(person, clock.Real.GetUtcNow());
        return id;
    }

    /// <summary>Gives the person whose trigger it was, or Slack's word for why it is worth nothing.</summary>
    public (string? Person, string? Error) Redeem(string? id)
    {
        if (id is null || !issued.TryGetValue(id, out var trigger)) return (null, "invalid_trigger_id");
        if (trigger.Used) return (null, "exchanged_trigger_id");
        if (clock.Real.GetUtcNow() - trigger.At > Life) return (null, "expired_trigger_id");
        trigger.Used = true;
        return (trigger.Person, null);
    }

    private sealed class Trigger(string person, DateTimeOffset at)
    {
        public string Person { get; } = person;
        public DateTimeOffset At { get; } = at;
        public bool Used { get; set; }
    }
}
