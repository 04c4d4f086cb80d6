using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Graph;

/// <summary>Mailboxes with their calendars. A schedule is what a test has put there; an event with a known transaction id is the one that was made before.</summary>
internal sealed class OutlookState
{
    private const int MostMailboxes = 20;

    private readonly ConcurrentDictionary<string, JsonObject> schedules = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string?> zones = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, JsonObject> events = [];
    private readonly Lock booking = new();

    public void Fill(JsonObject schedule) => schedules[(string)schedule["scheduleId"]!] = schedule;

    public JsonArray Events() => [.. events.Values.Select(each => each.DeepClone())];

    /// <summary>Twenty at a time, for six weeks at most, and in the name of somebody who has a calendar.</summary>
    public IResult Schedules(string asker, JsonObject question)
    {
        if (schedules.TryGetValue(asker, out var own) && own["error"] is not null) return GraphRoutes.Refused(404, "MailboxNotEnabledForRESTAPI");
        var mailboxes = question["schedules"]!.AsArray();
        if (mailboxes.Count is 0 or > MostMailboxes || At(question, "endTime") - At(question, "startTime") is not { TotalDays: > 0 and < 42 }) return GraphRoutes.Refused(400, "ErrorInvalidRequest");
        return GraphRoutes.Ok(new JsonObject { ["value"] = new JsonArray([.. mailboxes.Select(mailbox => Schedule((string)mailbox!))]) });
    }

    private JsonNode Schedule(string mailbox) => schedules.TryGetValue(mailbox, out var schedule)
        ? schedule.DeepClone()
        : new JsonObject { ["scheduleId"] = mailbox, ["availabilityView"] = "", ["scheduleItems"] = new JsonArray() };

    private static DateTime At(JsonObject question, string which) => DateTime.Parse((string)question[which]!["dateTime"]!, CultureInfo.InvariantCulture);

    public void Settle(JsonObject mailbox) => zones[(string)mailbox["id"]!] = (string?)mailbox["zone"];

    /// <summary>What stands in the settings of a mailbox; null when there is no such mailbox.</summary>
    public JsonObject? Settings(string mailbox) => zones.TryGetValue(mailbox, out var zone) ? new JsonObject { ["@odata.context"] = "mailboxSettings", ["timeZone"] = zone } : null;

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
