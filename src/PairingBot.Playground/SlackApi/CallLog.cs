using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

/// <summary>Every API call that came in, so that a test can say what the bot asked for and was told.</summary>
public sealed class CallLog(PlaygroundClock clock)
{
    private const int Most = 10_000;
    private readonly Lock gate = new();
    private readonly Queue<JsonObject> calls = new();

    public void Add(string method, JsonObject body, int status, bool ok, string? error, string? fault)
    {
        var call = new JsonObject
        {
            ["method"] = method,
            ["time"] = clock.GetUtcNow().ToString("O"),
            ["body"] = body.DeepClone(),
            ["status"] = status,
            ["ok"] = ok,
            ["error"] = error,
            ["fault"] = fault,
        };
        lock (gate)
        {
            calls.Enqueue(call);
            if (calls.Count > Most) calls.Dequeue();
        }
    }

    public JsonArray ToJson()
    {
        lock (gate) return new JsonArray([.. calls.Select(call => call.DeepClone())]);
    }

    public void Clear()
    {
        lock (gate) calls.Clear();
    }
}
