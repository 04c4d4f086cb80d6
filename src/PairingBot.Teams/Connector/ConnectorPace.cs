using Microsoft.Extensions.DependencyInjection;

namespace PairingBot.Teams.Connector;

/// <summary>
/// Keeps our calls below the documented rates, in each conversation and altogether, and holds what the connector closed: exactly that conversation waits, nothing else. Kept in memory: a restart
/// forgets it, and the connector's own 429 is then what slows us down.
/// </summary>
internal sealed class ConnectorPace([FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time)
{
    /// <summary>Where the connector does not say how long: this, doubled with each refusal in a row, to a minute.</summary>
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(2), LongestRest = TimeSpan.FromMinutes(1), SweepEvery = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly CallWindow everything = new(CallWindow.PerTenant);
    private readonly Dictionary<string, CallWindow> conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset Until, int InARow)> closed = new(StringComparer.Ordinal);
    private DateTimeOffset sweptAt = time.GetUtcNow();

    /// <summary>Null when the call may be made now (it then counts as made), else how long to wait.</summary>
    public TimeSpan? Enter(string conversation)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            Sweep(now);
            if (!conversations.TryGetValue(conversation, out var window)) conversations[conversation] = window = new CallWindow(CallWindow.PerConversation);
            TimeSpan[] waits = [window.WaitAt(now), everything.WaitAt(now), closed.TryGetValue(conversation, out var closing) ? closing.Until - now : TimeSpan.Zero];
            if (waits.Max() is { Ticks: > 0 } wait) return wait;
            window.Count(now);
            everything.Count(now);
            return null;
        }
    }

    /// <summary>The connector refused by rate.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="asked">For how long, as it said; zero where it did not.</param>
    /// <returns>How long the conversation rests now.</returns>
    public TimeSpan Close(string conversation, TimeSpan asked)
    {
        lock (gate)
        {
            var inARow = closed.TryGetValue(conversation, out var known) ? known.InARow + 1 : 1;
            var wait = asked > TimeSpan.Zero ? asked : FirstRest * Math.Pow(2, Math.Min(inARow - 1, 5));
            if (asked <= TimeSpan.Zero && wait > LongestRest) wait = LongestRest;
            closed[conversation] = (time.GetUtcNow() + wait, inARow);
            return wait;
        }
    }

    /// <summary>The connector took something there: refusals are no longer in a row.</summary>
    public void Open(string conversation)
    {
        lock (gate) closed.Remove(conversation);
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - sweptAt < SweepEvery) return;
        sweptAt = now;
        foreach (var (key, window) in conversations)
        {
            if (window.IsForgotten(now)) conversations.Remove(key);
        }

        foreach (var (key, closing) in closed)
        {
            if (closing.Until + LongestRest <= now) closed.Remove(key);
        }
    }
}
