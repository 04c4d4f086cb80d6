using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Blocks;
using PairingBot.Slack.Interactions;

namespace PairingBot.Slack.Intake;

/// <summary>A pressed button: in a message, in the Home, or in a form. Slack wants only to hear that it arrived; what is shown goes beside it.</summary>
internal sealed class PressIntake(Asking asking, Screen screen, Promptness promptness, ILogger<PressIntake> log)
{
    public async Task TakeAsync(Interaction press, CancellationToken aborted)
    {
        var since = promptness.Now();
        var pressed = press.Actions?.OfType<PressedAction>().FirstOrDefault();
        if (pressed?.ActionId is not { Length: > 0 } actionId || pressed.Type is not (null or "button"))
        {
            log.InteractionIgnored(press.Type, pressed?.ActionId);
            return;
        }

        var intent = IntentReader.FromPress(Buttons.ActionOf(actionId), pressed.Argument);
        if (InteractionReader.Request(press, intent ?? new ShowHelp(), InteractionReader.Place(press)) is not { } request)
        {
            log.SenderMissing("press");
            return;
        }

        if (intent is null) log.ActionUnknown(actionId, request.Installation.ExternalId);
        var reply = intent is null ? new Say(PlainWords.OldButton) : await asking.AskAsync(request, aborted);
        await promptness.IsDoneAsync(ShowAsync(request, press.TriggerId, reply ?? new Say(PlainWords.Fault)), since);
    }

    private Task ShowAsync(ChatRequest request, string? trigger, Reply reply) => reply switch
    {
        Silence => Task.CompletedTask,
        Say say => screen.SayAsync(request, trigger, say.Message),
        Replace replace => screen.ReplaceAsync(request, trigger, replace.Message),
        RefuseForm refusal => screen.SayAsync(request, trigger, PlainWords.Faults(refusal)),
        OpenForm open => OpenAsync(request, trigger, open.Form),
        _ => throw new InvalidOperationException($"A reply that a press cannot show: {reply.GetType().Name}."),
    };

    private async Task OpenAsync(ChatRequest request, string? trigger, ChatForm form)
    {
        if (!await screen.OpenAsync(request, trigger, form)) await screen.SayNotOpenedAsync(request);
    }
}
