namespace PairingBot.Playground.SlackApi;

/// <summary>
/// Slack's limits, held to the letter when <see cref="PlaygroundOptions.EnforceLimits"/> says so: for each method as many calls in any sixty seconds as its tier
/// allows, and a message a second in each conversation, with a short burst. What is over is refused with 429, and counts as no call.
/// </summary>
internal sealed class Limits(PlaygroundOptions options)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> calls = [];

    /// <summary>Null when the call may go on, and is counted; else after how many seconds it may.</summary>
    public int? Refuse(ApiCall call)
    {
        if (!options.EnforceLimits) return null;
        var now = TimeProvider.System.GetUtcNow();
        lock (gate)
        {
            var wait = Wait(call.Method, PerMinute(call.Method), Minute, now);
            var conversation = call.Method == "chat.postMessage" ? $"{call.Method} {call.Arguments["channel"]}" : null;
            if (conversation is not null) wait = Math.Max(wait, Wait(conversation, 3, TimeSpan.FromSeconds(3), now));
            if (wait > 0) return (int)Math.Ceiling(wait);
            Count(call.Method, now);
            if (conversation is not null) Count(conversation, now);
            return null;
        }
    }

    private static int PerMinute(string method) => method switch
    {
        "conversations.open" or "conversations.info" or "chat.update" or "chat.delete" or "users.lookupByEmail" or "reactions.add" or "team.info" => 50,
        "users.list" or "conversations.list" => 20,
        "chat.postMessage" => 400, // "several hundred"
        _ => 100,
    };

    private double Wait(string key, int most, TimeSpan span, DateTimeOffset now)
    {
        if (!calls.TryGetValue(key, out var made)) calls[key] = made = new Queue<DateTimeOffset>();
        while (made.Count > 0 && now - made.Peek() >= span) made.Dequeue();
        return made.Count < most ? 0 : (span - (now - made.Peek())).TotalSeconds;
    }

    private void Count(string key, DateTimeOffset now) => calls[key].Enqueue(now);
}
