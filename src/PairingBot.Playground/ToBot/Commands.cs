using System.Text.Json.Nodes;
using PairingBot.Playground.SlackApi;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>Slash commands: sent with all documented fields, and the answer shown as Slack shows it.</summary>
internal sealed class Commands(
    BotGateway bot, SlackWorkspace workspace, Posting posting, Access access, PlaygroundOptions options)
{
    public async Task Run(string person, string conversation, string typed)
    {
        var space = typed.IndexOf(' ', StringComparison.Ordinal);
        var command = space < 0 ? typed : typed[..space];
        var text = space < 0 ? "" : typed[(space + 1)..].Trim();
        if (!command.Equals(options.Command, StringComparison.OrdinalIgnoreCase))
        {
            Tell(person, conversation, $"`{command}` is not a command here. The bot of this playground answers to `{options.Command}`.");
            return;
        }
        var answer = await bot.SendCommand(Fields(person, conversation, options.Command, text));
        if (answer.Outcome == Outcome.Answered) Show(answer, person, conversation, typed);
        else Tell(person, conversation, $"{options.Command} failed with the error \"{answer.ErrorWord}\". Is the bot running?");
    }

    private Dictionary<string, string> Fields(string person, string conversation, string command, string text)
    {
        lock (workspace.Gate)
        {
            return new Dictionary<string, string>
            {
                ["token"] = "legacy-verification-token",
                ["team_id"] = workspace.Team.Id,
                ["team_domain"] = workspace.Team.Domain,
                ["channel_id"] = conversation,
                ["channel_name"] = workspace.Find(conversation)!.PayloadName,
                ["user_id"] = person,
                ["user_name"] = workspace.FindPerson(person)!.Name,
                ["command"] = command,
                ["text"] = TypedText.ForCommand(text, workspace),
                ["api_app_id"] = workspace.Bot.AppId,
                ["is_enterprise_install"] = "false",
                ["response_url"] = access.ResponseUrl(person, conversation, messageTs: null),
                ["trigger_id"] = access.Trigger(person),
            };
        }
    }

    private void Show(BotAnswer answer, string person, string conversation, string typed)
    {
        if (answer.IsEmpty) return;
        var json = answer.Json() ?? new JsonObject { ["text"] = answer.Body };
        lock (workspace.Gate)
        {
            var place = workspace.Find(conversation)!;
            var isPublic = json["response_type"]?.ToString() == "in_channel";
            if (isPublic) posting.FromPerson(place, person, TypedText.ForMessage(typed, workspace));
            if (isPublic && json["text"] is null && json["blocks"] is null) return;
            var (content, no) = MessageContent.Check(json["text"]?.ToString(), json["blocks"] as JsonArray);
            if (content is not null) posting.FromBot(place, content, onlyFor: isPublic ? null : person);
            else posting.FromSlackbot(place, person, $"{options.Command} failed because the app answered with a message that Slack cannot show: {Reasons(no!)}");
        }
    }

    private static string Reasons(ApiAnswer no) =>
        string.Join(" ", (no.Body["response_metadata"]?["messages"] as JsonArray)?.Select(reason => reason!.ToString()) ?? [no.Error!]);

    private void Tell(string person, string conversation, string text)
    {
        lock (workspace.Gate) posting.FromSlackbot(workspace.Find(conversation)!, person, text);
    }
}
