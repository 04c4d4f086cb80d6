using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Graph;

/// <summary>Graph as far as a bot of ours needs it, below /graph/v1.0; what a test wants to happen, and what came in, below /graph/town.</summary>
internal static class GraphRoutes
{
    private const string Root = "/graph/v1.0";

    public static void Map(WebApplication app)
    {
        var town = new GraphState();
        var chats = new TeamsByGraph(app.Services.GetRequiredService<Town>());
        MapTown(app, town);
        // (Delegate): as a mere RequestDelegate its answer would be lost
        app.MapGet($"{Root}/users", (Delegate)(Task<IResult> (HttpContext context) => town.AnswerAsync(context, () => chats.People(context) is { } page ? Ok(page) : PeoplePages.Answer(context))));
        app.MapGet($"{Root}/users/{{id}}", (HttpContext context, string id) => town.AnswerAsync(context, () => Ok(new JsonObject { ["mail"] = chats.Address(id) })));
        app.MapGet($"{Root}/appCatalogs/teamsApps", (Delegate)(Task<IResult> (HttpContext context) => town.AnswerAsync(context, () => Ok(new JsonObject { ["value"] = town.HasApp ? new JsonArray(new JsonObject { ["id"] = "catalog-7" }) : [] }))));
        app.MapPost($"{Root}/chats", (Delegate)(Task<IResult> (HttpContext context) => town.AnswerAsync(context, body => Created(chats.Open(body)))));
        app.MapPost($"{Root}/chats/{{id}}/installedApps", (HttpContext context, string id) => town.AnswerAsync(context, () => chats.AddTo(id)));
        app.MapPost($"{Root}/users/{{id}}/teamwork/installedApps", (HttpContext context, string id) => town.AnswerAsync(context, () => chats.AddFor(id)));
        app.MapPost($"{Root}/users/{{id}}/calendar/getSchedule", (HttpContext context, string id) => town.AnswerOutlookAsync(context, body => town.Calendars.Schedules(Uri.UnescapeDataString(id), body)));
        app.MapPost($"{Root}/$batch", (Delegate)(Task<IResult> (HttpContext context) => town.AnswerOutlookAsync(context, body => Batches.Answer(town, body))));
        app.MapPost($"{Root}/users/{{id}}/events", (HttpContext context, string id) => town.AnswerOutlookAsync(context, body => town.Calendars.Book(body)));
        app.MapPatch($"{Root}/users/{{id}}/events/{{key}}", (HttpContext context, string id, string key) => town.AnswerOutlookAsync(context, body => town.Calendars.Move(key, body)));
        app.MapDelete($"{Root}/users/{{id}}/events/{{key}}", (HttpContext context, string id, string key) => town.AnswerOutlookAsync(context, _ => town.Calendars.Cancel(key)));
    }

    internal static IResult Ok(JsonNode body) => Results.Content(body.ToJsonString(), "application/json");

    internal static IResult Created(string id) => Results.Content(new JsonObject { ["id"] = id }.ToJsonString(), "application/json", statusCode: 201);

    internal static IResult Refused(int status, string code, string message = "") =>
        Results.Content(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString(), "application/json", statusCode: status);

    private static void MapTown(WebApplication app, GraphState town)
    {
        app.MapPost("/graph/town/faults", async context => town.Plan(await GraphState.BodyAsync(context)));
        app.MapPost("/graph/town/schedules", async context => town.Calendars.Fill(await GraphState.BodyAsync(context)));
        app.MapPost("/graph/town/mailboxes", async context => town.Calendars.Settle(await GraphState.BodyAsync(context)));
        app.MapPost("/graph/town/reset", town.Reset);
        app.MapPost("/graph/town/catalog/empty", () => town.HasApp = false);
        app.MapGet("/graph/town/calls", () => Ok(town.Calls()));
        app.MapGet("/graph/town/events", () => Ok(town.Calendars.Events()));
        app.MapGet("/graph/town/most-at-once", () => town.MostAtOnce);
    }
}
