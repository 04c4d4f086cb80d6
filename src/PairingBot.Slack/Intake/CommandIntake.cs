using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;

namespace PairingBot.Slack.Intake;

/// <summary>A typed slash command. The answer travels back with the receipt and is seen by the typist alone.</summary>
internal sealed class CommandIntake(Asking asking, Screen screen, Promptness promptness, ILogger<CommandIntake> log)
{
    public async Task<Receipt> TakeAsync(SlackForm? form, CancellationToken aborted)
    {
        var since = promptness.Now();
        if (form is null) return Receipt.Unreadable;
        if (form["ssl_check"] is not null) return Receipt.Taken; // Slack looks at our certificate now and then
        if (Request(form) is not { } request)
        {
            log.SenderMissing("command");
            return Receipt.Unreadable;
        }

        var reply = await asking.AskAsync(request, aborted) ?? new Say(PlainWords.Fault);
        var showing = WordsAsync(request, form["trigger_id"], reply);
        return await promptness.IsDoneAsync(showing, since) && await showing is { } words
            ? Receipt.With(SlackMessages.Ephemeral(words), SlackJson.Default.InstantMessage)
            : Receipt.Taken;
    }

    private static ChatRequest? Request(SlackForm form)
    {
        if (SlackHome.Of(form["team_id"], form["enterprise_id"]) is not { } home || form["user_id"] is not { } person) return null;
        var intent = IntentReader.FromCommand(TypedText.Read(form["text"]));
        return new ChatRequest(home, new ChatSender(person), intent, ChatPlace.Command);
    }

    /// <summary>What is left to say: null when a form opened, or there is nothing to show.</summary>
    private async Task<ChatMessage?> WordsAsync(ChatRequest request, string? trigger, Reply reply) => reply switch
    {
        Silence => null,
        Say say => say.Message,
        Replace replace => replace.Message,
        RefuseForm refusal => PlainWords.Faults(refusal),
        OpenForm open => await screen.OpenAsync(request, trigger, open.Form) ? null : PlainWords.NotOpened,
        _ => throw new InvalidOperationException($"A reply that a command cannot show: {reply.GetType().Name}."),
    };
}
