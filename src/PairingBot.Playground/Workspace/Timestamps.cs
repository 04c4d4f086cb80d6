using System.Globalization;

namespace PairingBot.Playground.Workspace;

/// <summary>Message timestamps: the id of a message within its conversation. Text, unique, and always increasing.</summary>
public sealed class Timestamps(PlaygroundClock clock)
{
    private readonly Lock gate = new();
    private long last;

    public string Next()
    {
        lock (gate)
        {
            var micros = clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
            last = Math.Max(micros, last + 1);
            return Text(last);
        }
    }

    private static string Text(long micros) =>
        string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
}
