using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>Teams: the bot and people come and go, channels are made, renamed and deleted. What Teams tells of it goes to the bot, signed.</summary>
internal static class TeamRoutes
{
    public static void Map(RouteGroupBuilder control, Town town)
    {
        control.MapPost("/teams", (NewChat team) =>
        {
            lock (town.Gate) return View.Of(town.OpenTeam(team.Topic ?? "Team", team.People.Select(town.Find).OfType<Townsman>(), team.HasBot));
        });
        control.MapPost("/teams/install", (TeamOrder order, BotLine line, CancellationToken cancel) => TellAsync(town, order, line, (team, person) => Installed(town, team, person, isAdded: true), cancel));
        control.MapPost("/teams/uninstall", (TeamOrder order, BotLine line, CancellationToken cancel) => TellAsync(town, order, line, (team, person) => Installed(town, team, person, isAdded: false), cancel));
        control.MapPost("/teams/join", (TeamOrder order, BotLine line, CancellationToken cancel) => TellAsync(town, order, line, (team, person) => Member(town, team, person, comes: true), cancel));
        control.MapPost("/teams/leave", (TeamOrder order, BotLine line, CancellationToken cancel) => TellAsync(town, order, line, (team, person) => Member(town, team, person, comes: false), cancel));
        control.MapPost("/teams/channels", (TeamOrder order, BotLine line, CancellationToken cancel) => TellAsync(town, order, line, (team, person) => Changed(town, town.OpenChannel(team, order.Name ?? "Channel"), person, "channelCreated"), cancel));
        control.MapPost("/teams/channels/delete", (TeamOrder order, BotLine line, CancellationToken cancel) => TellAsync(town, order, line, (_, person) => Deleted(town, order.Channel!, person), cancel));
    }

    private static IReadOnlyList<JsonObject> Installed(Town town, Conversation team, Townsman person, bool isAdded)
    {
        foreach (var channel in town.ChannelsOf(team)) channel.HasBot = isAdded;
        return ActivityMaker.Installation(town, person, team, isAdded);
    }

    private static IReadOnlyList<JsonObject> Member(Town town, Conversation team, Townsman person, bool comes)
    {
        if (comes) team.Members.Add(person);
        else team.Members.Remove(person);
        var told = Event(town, team, person, comes ? "teamMemberAdded" : "teamMemberRemoved");
        told[comes ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = person.Id, ["aadObjectId"] = person.AadId });
        return [told];
    }

    private static IReadOnlyList<JsonObject> Deleted(Town town, string channel, Townsman person)
    {
        town.Conversations.Remove(channel, out var gone);
        return gone is null ? [] : Changed(town, gone, person, "channelDeleted");
    }

    private static IReadOnlyList<JsonObject> Changed(Town town, Conversation channel, Townsman person, string what)
    {
        var told = Event(town, channel, person, what);
        told["channelData"]!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Topic };
        return [told];
    }

    private static JsonObject Event(Town town, Conversation where, Townsman person, string what)
    {
        var told = ActivityMaker.Of(town, person, where, "conversationUpdate");
        told["channelData"]!["eventType"] = what;
        return told;
    }

    private static async Task<IResult> TellAsync(Town town, TeamOrder order, BotLine line, Func<Conversation, Townsman, IReadOnlyList<JsonObject>> happens, CancellationToken cancel)
    {
        IReadOnlyList<JsonObject> told;
        lock (town.Gate)
        {
            if (town.Find(order.Person) is not { } person || !town.Conversations.TryGetValue(order.Team, out var team)) return Results.NotFound();
            told = happens(team, person);
        }

        var answer = new Answer(200);
        foreach (var activity in town.Bot is null ? [] : told)
        {
            if (answer.Status is >= 200 and < 300) answer = await line.SendAsync(activity, cancel);
        }

        return Results.Json(View.Of(answer));
    }
}
