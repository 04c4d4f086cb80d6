using System.Text.Json.Nodes;
using PairingBot.Playground.Company;
using PairingBot.Playground.SlackApi;
using PairingBot.Playground.ToBot;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.Pages;

/// <summary>What tests need and Slack has not: faults on demand, the log of calls, and all state at a glance.</summary>
internal static class TestEndpoints
{
    public static void MapTestEndpoints(this WebApplication app)
    {
        app.MapPost("/playground/faults", AddFault);
        app.MapDelete("/playground/faults", (Faults faults) => { faults.Clear(); return Results.NoContent(); });
        app.MapGet("/playground/calls", (CallLog log) => Results.Json(log.ToJson()));
        app.MapDelete("/playground/calls", (CallLog log) => { log.Clear(); return Results.NoContent(); });
        app.MapGet("/playground/state", State);
        app.MapPost("/playground/people", PutPerson);
        app.MapPost("/playground/uninstall", (AppTokens tokens, SlackEvents events) => { tokens.RevokeAll(); events.AppRemoved(); return Results.NoContent(); });
    }

    private static IResult AddFault(FaultRequest asked, Faults faults)
    {
        if (!Faults.IsKnown(asked.Kind)) return Results.BadRequest(new { error = "kind must be pass, ratelimited, 500, reset, timeout, lost-answer, stalled-answer or error:<slack error>" });
        faults.Add(new Fault(asked.Method, asked.Kind, asked.Times ?? 1, asked.RetryAfter ?? 1));
        return Results.NoContent();
    }

    private static IResult State(SlackWorkspace workspace, PlaygroundClock clock)
    {
        lock (workspace.Gate)
        {
            return Results.Json(new JsonObject
            {
                ["now"] = clock.GetUtcNow().ToString("O"),
                ["conversations"] = new JsonArray([.. workspace.Conversations.Select(place => Shape(place, workspace))]),
                ["homes"] = new JsonObject(workspace.Views.Homes.Select(home => KeyValuePair.Create(home.Key, (JsonNode?)ViewJson.Of(home.Value, workspace)))),
                ["views"] = new JsonArray([.. workspace.Views.All.Select(view => Shape(view, workspace))]),
            });
        }
    }

    /// <summary>Adds somebody (team_join) or changes somebody (user_change): only what is given is changed.</summary>
    private static IResult PutPerson(PersonChange change, SlackWorkspace workspace, SlackEvents events, ChangeFeed feed)
    {
        lock (workspace.Gate)
        {
            var known = workspace.FindPerson(change.Id);
            var person = change.On(known ?? new Person { Id = change.Id, Name = change.Id.ToLowerInvariant(), RealName = change.Id });
            workspace.Put(person);
            if (known is null) workspace.Conversations.First(place => place.Name == "general").Members.Add(person.Id);
            if (known is null) events.PersonJoined(person);
            else events.PersonChanged(person);
        }
        feed.Tell("people");
        return Results.NoContent();
    }

    private static JsonObject Shape(Conversation place, SlackWorkspace workspace) => new JsonObject
    {
        ["id"] = place.Id,
        ["kind"] = place.Kind.ToString().ToLowerInvariant(),
        ["name"] = place.Name,
        ["members"] = new JsonArray([.. place.Members.Select(id => (JsonNode)id)]),
        ["messages"] = new JsonArray([.. place.Messages.Select(message => Shape(message, workspace))]),
    };

    private static JsonObject Shape(Message message, SlackWorkspace workspace)
    {
        var json = message.ToJson(workspace.Team.Id);
        json["ephemeral_for"] = message.EphemeralFor;
        return json;
    }

    private static JsonObject Shape(OpenView view, SlackWorkspace workspace)
    {
        var json = ViewJson.Of(view, workspace);
        json["person"] = view.Person;
        return json;
    }

    internal sealed record FaultRequest(string Method, string Kind, int? Times, int? RetryAfter);
}
