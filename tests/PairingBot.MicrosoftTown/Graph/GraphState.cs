using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Graph;

/// <summary>What the stand-in remembers: the calls that came in, the faults that are planned, and how many Outlook requests were under way at once.</summary>
internal sealed class GraphState
{
    private static readonly TimeSpan OutlookTakes = TimeSpan.FromMilliseconds(40);

    private readonly ConcurrentQueue<JsonObject> calls = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JsonObject>> faults = [];
    private readonly Lock counting = new();
    private int atOnce;

    public OutlookState Calendars { get; private set; } = new();

    public bool HasApp { get; set; } = true;

    public int MostAtOnce { get; private set; }

    /// <summary>The next call to "POST /chats" ends with this status, code, message or Retry-After; without a status the connection breaks.</summary>
    public void Plan(JsonObject fault) => faults.GetOrAdd((string)fault["call"]!, _ => []).Enqueue(fault);

    /// <summary>As it was at the start.</summary>
    public void Reset()
    {
        calls.Clear();
        faults.Clear();
        (Calendars, HasApp, MostAtOnce) = (new OutlookState(), true, 0);
    }

    public JsonArray Calls() => [.. calls.Select(call => call.DeepClone())];

    public static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync() is { Length: > 0 } body ? JsonNode.Parse(body)!.AsObject() : [];
    }

    public Task<IResult> AnswerAsync(HttpContext context, Func<IResult> answer) => AnswerAsync(context, _ => answer());

    public async Task<IResult> AnswerAsync(HttpContext context, Func<JsonObject, IResult> answer)
    {
        var body = await BodyAsync(context);
        Note(context, body);
        return Fault(context) ?? answer(body);
    }

    public async Task<IResult> AnswerOutlookAsync(HttpContext context, Func<JsonObject, IResult> answer)
    {
        var body = await BodyAsync(context);
        Note(context, body);
        lock (counting) MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
        await Task.Delay(OutlookTakes);
        lock (counting) atOnce--;
        return Fault(context) ?? answer(body);
    }

    /// <summary>A fault that is planned for a call inside of a batch.</summary>
    public JsonObject? InnerFault(string call) => faults.TryGetValue(call, out var planned) && planned.TryDequeue(out var fault) ? fault : null;

    private void Note(HttpContext context, JsonObject body) => calls.Enqueue(new JsonObject
    {
        ["call"] = $"{context.Request.Method} {Path(context)}",
        ["query"] = context.Request.QueryString.Value,
        ["authorization"] = context.Request.Headers.Authorization.ToString(),
        ["body"] = body.DeepClone(),
    });

    private IResult? Fault(HttpContext context)
    {
        if (!faults.TryGetValue($"{context.Request.Method} {Path(context)}", out var planned) || !planned.TryDequeue(out var fault)) return null;
        if (fault["status"] is not { } status)
        {
            context.Abort();
            return Results.Empty;
        }

        if (fault["retryAfter"] is { } wait) context.Response.Headers.RetryAfter = wait.ToString();
        if (fault["raw"] is { } raw) return Results.Content((string)raw!, "application/json", statusCode: (int)status);
        return GraphRoutes.Refused((int)status, (string?)fault["code"] ?? "Forbidden", (string?)fault["message"] ?? "");
    }

    private static string Path(HttpContext context) => context.Request.Path.Value!["/graph/v1.0".Length..];
}
