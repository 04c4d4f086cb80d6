using System.Text.Json.Nodes;
using PairingBot.Playground.Company;
using PairingBot.Playground.ToBot;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.Pages;

/// <summary>What the page asks of the playground; the browser never talks to the bot itself.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this WebApplication app)
    {
        app.MapGet("/playground/desk", See);
        app.MapGet("/playground/feed", FeedStream.Write);
        app.MapPost("/playground/read", Read);
        app.MapPost("/playground/home", OpenHome);
        app.MapPost("/playground/messages", Say);
        app.MapPost("/playground/actions", Act);
        app.MapPost("/playground/views/submit", Submit);
        app.MapPost("/playground/views/close", Close);
        app.MapPost("/playground/channels", Walk);
        app.MapPost("/playground/clock", ClockEndpoint.Advance);
        app.MapGet("/playground/clock", ClockEndpoint.Ask);
    }

    private static IResult See(string? @as, string? open, SlackWorkspace workspace, Desk desk)
    {
        var me = workspace.Guess(@as) ?? workspace.People.First(person => person.CanSignIn);
        return Results.Json(desk.See(me, open));
    }

    private static IResult Read(Seat seat, SlackWorkspace workspace, ChangeFeed feed)
    {
        lock (workspace.Gate) workspace.MarkRead(seat.As, seat.Channel ?? "");
        feed.Tell("read");
        return Results.NoContent();
    }

    private static IResult OpenHome(HomeVisit visit, SlackWorkspace workspace, SlackEvents events)
    {
        if (workspace.FindPerson(visit.As) is not { CanSignIn: true }) return Unknown();
        lock (workspace.Gate) events.HomeOpened(visit.As, visit.Tab == "messages" ? "messages" : "home");
        return Results.NoContent();
    }

    private static async Task<IResult> Say(Saying said, SlackWorkspace workspace, Posting posting, Commands commands, SlackEvents events, Doors doors, ChangeFeed feed)
    {
        Conversation? place;
        lock (workspace.Gate) place = Place(workspace, said.As, said.Channel);
        if (place is null || string.IsNullOrWhiteSpace(said.Text)) return Unknown();
        var text = said.Text.Trim();
        bool isWalk;
        lock (workspace.Gate) isWalk = doors.Understands(text, place.Id, said.As);
        if (isWalk) feed.Tell("channels");
        else if (text.StartsWith('/')) await commands.Run(said.As, place.Id, text);
        else
        {
            lock (workspace.Gate)
            {
                var message = posting.FromPerson(place, said.As, TypedText.ForMessage(text, workspace));
                if (place.Kind == ConversationKind.Direct) events.PersonWrote(place, message);
            }
        }
        feed.Tell("said");
        return Results.NoContent();
    }

    /// <summary>The DM with the bot comes into being when somebody first writes there.</summary>
    private static Conversation? Place(SlackWorkspace workspace, string person, string channel)
    {
        if (workspace.FindPerson(person) is not { CanSignIn: true }) return null;
        if (channel == SlackWorkspace.DirectId(person)) return workspace.Open([person]).Conversation;
        return workspace.Find(channel) is { } place && place.Members.Contains(person) ? place : null;
    }

    private static async Task<IResult> Act(Press press, Interactions interactions, ChangeFeed feed)
    {
        var trouble = press.View is { } view
            ? await interactions.ActOnView(press.As, view, press.Action, press.State)
            : await interactions.ActOnMessage(press.As, press.Channel ?? "", press.Ts ?? "", press.Action, press.State) ? null : "This message is gone.";
        feed.Tell("action");
        return Results.Json(new { trouble });
    }

    private static async Task<IResult> Submit(Submission submission, Interactions interactions, ChangeFeed feed)
    {
        var outcome = await interactions.Submit(submission.As, submission.View, submission.State);
        feed.Tell("submit");
        return Results.Json(outcome);
    }

    private static async Task<IResult> Close(Closing closing, Interactions interactions, ChangeFeed feed)
    {
        await interactions.Close(closing.As, closing.View, closing.All);
        feed.Tell("close");
        return Results.NoContent();
    }

    /// <summary>Comes into a channel or goes out of it (as anybody, the bot too), or archives it.</summary>
    private static IResult Walk(Step step, SlackWorkspace workspace, Doors doors, ChangeFeed feed)
    {
        bool done;
        lock (workspace.Gate)
        {
            done = step.Archived == true ? doors.Archive(step.Channel)
                : step.Joined == false ? doors.Leave(step.Channel, step.As ?? "")
                : doors.Join(step.Channel, step.As ?? "");
        }

        feed.Tell("channels");
        return done ? Results.NoContent() : Unknown();
    }

    private static IResult Unknown() => Results.BadRequest(new { error = "no such person, place or text" });

    internal sealed record Seat(string As, string? Channel);
    internal sealed record HomeVisit(string As, string? Tab);
    internal sealed record Step(string Channel, string? As, bool? Joined, bool? Archived);
    internal sealed record Saying(string As, string Channel, string Text);
    internal sealed record Press(string As, string? View, string? Channel, string? Ts, JsonObject Action, JsonNode? State);
    internal sealed record Submission(string As, string View, JsonNode? State);
    internal sealed record Closing(string As, string View, bool All);
}
