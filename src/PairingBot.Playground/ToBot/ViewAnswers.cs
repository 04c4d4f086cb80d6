using System.Text.Json.Nodes;
using PairingBot.Playground.BlockKit;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>What became of a submitted form: closed, errors, updated, pushed, cleared, or trouble.</summary>
internal sealed record ViewOutcome(string Outcome, JsonObject? Errors = null, string? Trouble = null);

/// <summary>Carries out the bot's answer to a submitted form. Anything undocumented is trouble, as at Slack.</summary>
internal sealed class ViewAnswers(SlackWorkspace workspace)
{
    public const string Trouble = "We had some trouble connecting. Try again?";

    public ViewOutcome Apply(string viewId, BotAnswer answer)
    {
        if (answer.Outcome != Outcome.Answered) return Failed(answer.ErrorWord);
        if (workspace.Views.Find(viewId) is not { } view) return new ViewOutcome("closed");
        if (answer.IsEmpty) return Close(view);
        var json = answer.Json();
        return json?["response_action"]?.ToString() switch
        {
            "errors" => Errors(view, json),
            "update" => Change(view, json, push: false),
            "push" => Change(view, json, push: true),
            "clear" => Clear(view),
            _ => Failed("the answer to the form is neither empty nor a known response_action"),
        };
    }

    private ViewOutcome Close(OpenView view)
    {
        if (view.Content["clear_on_close"]?.ToString() == "true") return Clear(view);
        workspace.Views.Close(view);
        return new ViewOutcome("closed");
    }

    private ViewOutcome Clear(OpenView view)
    {
        workspace.Views.Clear(view.Person);
        return new ViewOutcome("cleared");
    }

    private static ViewOutcome Errors(OpenView view, JsonObject json)
    {
        if (json["errors"] is not JsonObject { Count: > 0 } errors) return Failed("errors must name at least one block");
        var inputs = (view.Content["blocks"] as JsonArray ?? [])
            .Where(block => block?["type"]?.ToString() == "input").Select(block => block!["block_id"]?.ToString()).ToHashSet();
        foreach (var (block, _) in errors)
        {
            if (!inputs.Contains(block)) return Failed($"errors names \"{block}\", which is no input block of this view");
        }
        return new ViewOutcome("errors", (JsonObject)errors.DeepClone());
    }

    private ViewOutcome Change(OpenView view, JsonObject json, bool push)
    {
        if (json["view"] is not JsonObject next) return Failed("view is missing");
        var problems = ViewCheck.Check(next, home: false);
        if (problems.Any) return Failed(string.Join(" ", problems.Messages));
        var shown = BlockEcho.OfView(next);
        if (!push)
        {
            workspace.Views.Replace(view, shown);
            return new ViewOutcome("updated");
        }
        if (workspace.Views.Of(view.Person).Count >= ViewStacks.Deepest) return Failed("three views are the most");
        workspace.Views.Push(view.Person, shown);
        return new ViewOutcome("pushed");
    }

    private static ViewOutcome Failed(string why) => new("trouble", Trouble: $"{Trouble} ({why})");
}
