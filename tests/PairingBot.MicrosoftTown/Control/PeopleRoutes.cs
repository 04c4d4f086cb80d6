using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>People: they come, add the app, write, press, and move away. {person} is a directory id, an id of the bot's (29:…) or a user principal name.</summary>
internal static class PeopleRoutes
{
    public static void Map(RouteGroupBuilder control, Town town)
    {
        control.MapGet("/people", () => Locked(town, () => town.People.Select(View.Of).ToArray()));
        control.MapPost("/people", (NewPerson order) => Locked(town, () => View.Of(town.Add(Made(order)))));
        control.MapGet("/people/{person}", (string person) => Of(town, person, View.Of));
        control.MapGet("/people/{person}/messages", (string person) => Of(town, person, reader => Messages(town, reader)));
        control.MapPost("/people/{person}/block", (string person) => Of(town, person, who => Changed(who, () => who.Blocks = true)));
        control.MapPost("/people/{person}/unblock", (string person) => Of(town, person, who => Changed(who, () => who.Blocks = false)));
        control.MapPost("/people/{person}/move", (string person, JsonObject order) => Of(town, person, who => Changed(who, () => who.Region = order["region"]!.ToString())));
        MapDeeds(control, town);
    }

    private static void MapDeeds(RouteGroupBuilder control, Town town)
    {
        control.MapPost("/people/{person}/install", (string person, BotLine line, CancellationToken cancel) => InstallAsync(town, person, line, true, cancel));
        control.MapPost("/people/{person}/uninstall", (string person, BotLine line, CancellationToken cancel) => InstallAsync(town, person, line, false, cancel));
        control.MapPost("/people/{person}/say", (string person, Spoken order, BotLine line, CancellationToken cancel) => ByAsync(town, person, order.Conversation, (who, where) => SayAsync(town, who, where, order, line, cancel)));
        control.MapPost("/people/{person}/react", (string person, ReactOrder order, BotLine line, CancellationToken cancel) => ByAsync(town, person, null, (who, where) => line.SendAsync(Reaction(town, who, where, order), cancel)));
        control.MapPost("/people/{person}/press", (string person, PressOrder order, Presses presses, CancellationToken cancel) =>
            ByAsync(town, person, null, (who, _) => presses.PressAsync(who, order.Conversation, order.Activity, order.Button, order.Inputs, cancel)));
        control.MapPost("/people/{person}/submit", (string person, SubmitOrder order, Presses presses, CancellationToken cancel) =>
            ByAsync(town, person, null, (who, _) => presses.SubmitAsync(who, order.Button, order.Inputs, cancel)));
        control.MapPost("/people/{person}/command", (string person, CommandOrder order, Presses presses, CancellationToken cancel) =>
            ByAsync(town, person, order.Conversation, (who, where) => presses.CommandAsync(who, where, order.Command, cancel)));
    }

    private static Townsman Made(NewPerson order)
    {
        var aad = order.AadId ?? Guid.NewGuid().ToString();
        var name = order.Name ?? "Somebody";
        return new Townsman(aad, order.Id ?? "29:1" + aad.Replace("-", "", StringComparison.Ordinal), name, order.Upn ?? name.Replace(' ', '.').ToLowerInvariant() + "@town.example")
        {
            Region = order.Region ?? "amer", HasApp = order.Installed,
        };
    }

    private static JsonObject Changed(Townsman person, Action change)
    {
        change();
        return View.Of(person);
    }

    private static JsonNode Messages(Town town, Townsman reader) => new JsonArray([..
        from conversation in town.Conversations.Values
        where conversation.Members.Contains(reader)
        from posted in conversation.Activities
        where posted.Reader is null || posted.Reader == reader.AadId
        orderby posted.Id
        select With(View.Of(posted, reader), conversation.Id)]);

    private static JsonObject With(JsonObject view, string conversation)
    {
        view["conversation"] = conversation;
        return view;
    }

    /// <summary>Both activities are sent, and the first answer that is no success is told.</summary>
    private static async Task<IResult> InstallAsync(Town town, string person, BotLine line, bool isAdded, CancellationToken cancel)
    {
        IReadOnlyList<JsonObject> activities;
        lock (town.Gate)
        {
            if (town.Find(person) is not { } who) return Results.NotFound();
            who.HasApp = isAdded;
            activities = ActivityMaker.Installation(town, who, town.Personal(who), isAdded);
        }

        var answer = new Answer(200);
        foreach (var activity in activities)
        {
            if (answer.Status is >= 200 and < 300) answer = await line.SendAsync(activity, cancel);
        }

        return Results.Json(View.Of(answer));
    }

    private static Task<Answer> SayAsync(Town town, Townsman who, Conversation where, Spoken order, BotLine line, CancellationToken cancel)
    {
        var message = ActivityMaker.Message(town, who, where, order.Text, order.Targeted);
        lock (town.Gate) where.Activities.Add(new Posted(message["id"]!.ToString(), who.AadId, order.Targeted ? who.AadId : null) { Body = (JsonObject)message.DeepClone() });
        return line.SendAsync(message, cancel);
    }

    private static JsonObject Reaction(Town town, Townsman who, Conversation where, ReactOrder order)
    {
        var activity = ActivityMaker.Of(town, who, where, "messageReaction");
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = order.Type });
        activity["replyToId"] = order.Activity;
        return activity;
    }

    private static async Task<IResult> ByAsync(Town town, string person, string? conversation, Func<Townsman, Conversation, Task<Answer>> act)
    {
        Townsman? who;
        Conversation? where;
        lock (town.Gate)
        {
            who = town.Find(person);
            where = who is null ? null : conversation is null ? town.Personal(who) : town.Conversations.GetValueOrDefault(conversation);
        }

        return who is null || where is null ? Results.NotFound() : Results.Json(View.Of(await act(who, where)));
    }

    private static IResult Of(Town town, string person, Func<Townsman, JsonNode> tell) => Locked(town, () => town.Find(person) is { } who ? Results.Json(tell(who)) : Results.NotFound());

    private static T Locked<T>(Town town, Func<T> read)
    {
        lock (town.Gate) return read();
    }
}
