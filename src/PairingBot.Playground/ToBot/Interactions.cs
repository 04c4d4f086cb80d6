using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>Presses, choices and forms of a person, sent to the bot.</summary>
internal sealed class Interactions(BotGateway bot, SlackWorkspace workspace, Posting posting, InteractionPayload payloads, ViewAnswers answers)
{
    /// <summary>False when the message is no longer there.</summary>
    public async Task<bool> ActOnMessage(string person, string conversation, string ts, JsonObject action, JsonNode? state)
    {
        JsonObject payload;
        lock (workspace.Gate)
        {
            if (workspace.Find(conversation) is not { } place || place.Find(ts) is not { } message || !message.IsVisibleTo(person)) return false;
            payload = payloads.MessageAction(person, place, message, action, state);
        }
        var answer = await bot.SendInteraction(payload);
        if (answer.Outcome == Outcome.Answered) return true;
        lock (workspace.Gate)
            posting.FromSlackbot(workspace.Find(conversation)!, person, $"{workspace.Bot.Name} did not answer your press: \"{answer.ErrorWord}\". Try again?");
        return true;
    }

    /// <summary>Null when all went well, else Slack's sentence for the person.</summary>
    public async Task<string?> ActOnView(string person, string viewId, JsonObject action, JsonNode? state)
    {
        JsonObject payload;
        lock (workspace.Gate)
        {
            if (FindView(person, viewId) is not { } view) return ViewAnswers.Trouble;
            payload = payloads.ViewAction(person, view, action, state);
        }
        var answer = await bot.SendInteraction(payload);
        return answer.Outcome == Outcome.Answered ? null : $"{ViewAnswers.Trouble} ({answer.ErrorWord})";
    }

    public async Task<ViewOutcome> Submit(string person, string viewId, JsonNode? state)
    {
        JsonObject payload;
        lock (workspace.Gate)
        {
            if (workspace.Views.Find(viewId) is not { } view || view.Person != person) return new ViewOutcome("closed");
            payload = payloads.Submission(person, view, state);
        }
        var answer = await bot.SendInteraction(payload);
        lock (workspace.Gate) return answers.Apply(viewId, answer);
    }

    /// <summary>The cancel button closes the top view, the x and Escape close all of them.</summary>
    public async Task Close(string person, string viewId, bool wholeStack)
    {
        List<JsonObject> notices;
        lock (workspace.Gate)
        {
            if (workspace.Views.Find(viewId) is not { } view || view.Person != person) return;
            var closing = wholeStack ? workspace.Views.Of(person).Reverse().ToList() : [view];
            notices = [.. closing.Where(one => one.NotifiesOnClose).Select(one => payloads.Closed(person, one, wholeStack))];
            foreach (var one in closing) workspace.Views.Close(one);
        }
        foreach (var notice in notices) await bot.SendInteraction(notice);
    }

    private OpenView? FindView(string person, string id)
    {
        var home = workspace.Views.Homes.GetValueOrDefault(person);
        return home?.Id == id ? home : workspace.Views.Of(person).FirstOrDefault(view => view.Id == id);
    }
}
