namespace PairingBot.Playground.SlackApi;

/// <summary>A fault to be played on the next calls of a method; <c>*</c> stands for any method.</summary>
public sealed record Fault(string Method, string Kind, int Times = 1, int RetryAfter = 1);

/// <summary>The faults still to come, oldest first.</summary>
public sealed class Faults
{
    private readonly Lock gate = new();
    private readonly List<Fault> queue = [];

    public static bool IsKnown(string kind) =>
        kind is "pass" or "ratelimited" or "500" or "reset" or "timeout" or "lost-answer" or "stalled-answer" || kind.StartsWith("error:", StringComparison.Ordinal);

    public void Add(Fault fault)
    {
        lock (gate) queue.AddRange(Enumerable.Repeat(fault, Math.Clamp(fault.Times, 1, 10_000)));
    }

    public Fault? Next(string method)
    {
        lock (gate)
        {
            var index = queue.FindIndex(fault => fault.Method == method || fault.Method == "*");
            if (index < 0) return null;
            var fault = queue[index];
            queue.RemoveAt(index);
            return fault;
        }
    }

    public void Clear()
    {
        lock (gate) queue.Clear();
    }
}
