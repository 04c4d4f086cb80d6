using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Graph;

/// <summary>Mailboxes with their calendars. A schedule is what a test has put there; an event with a known transaction id is the one that was made before.</summary>
internal sealed class OutlookState
{
    private readonly ConcurrentDictionary<string, JsonObject> schedules = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, JsonObject> events = [];
    private readonly Lock booking = new();

    public void Fill(JsonObject schedule) => schedules[(string)schedule["scheduleId"]!] = schedule;

    public JsonArray Events() => [.. events.Values.Select(each => each.DeepClone())];

    public JsonObject Schedules(JsonObject question) => new()
    {
        ["value"] = new JsonArray([.. question["schedules"]!.AsArray().Select(mailbox => schedules.TryGetValue((string)mailbox!, out var schedule)
            ? schedule.DeepClone()
            : new JsonObject { ["scheduleId"] = (string)mailbox!, ["availabilityView"] = "", ["scheduleItems"] = new JsonArray() })]),
    };

    public IResult Book(JsonObject wanted)
    {
        lock (booking)
        {
            var transaction = (string)wanted["transactionId"]!;
            if (events.Values.FirstOrDefault(each => (string?)each["transactionId"] == transaction) is { } known) return GraphRoutes.Created((string)known["id"]!);
            var made = (JsonObject)wanted.DeepClone();
            made["id"] = $"event/{events.Count + 1}=="; // Outlook's ids have such letters
            events[(string)made["id"]!] = made;
            return GraphRoutes.Created((string)made["id"]!);
        }
    }

    public IResult Move(string id, JsonObject times)
    {
        if (!events.TryGetValue(Uri.UnescapeDataString(id), out var known)) return Results.NotFound();
        (known["start"], known["end"]) = (times["start"]!.DeepClone(), times["end"]!.DeepClone());
        return GraphRoutes.Ok(new JsonObject { ["id"] = id });
    }

    public IResult Cancel(string id) => events.TryRemove(Uri.UnescapeDataString(id), out _) ? Results.NoContent() : Results.NotFound();
}
