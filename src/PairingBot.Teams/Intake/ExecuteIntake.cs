using System.Text.Json;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Intake;

/// <summary>A pressed button of a card (adaptiveCard/action), or a card that shows itself anew because somebody looks at it: then nothing may happen, or it would happen for ever.</summary>
internal sealed class ExecuteIntake(Asking asking, Screen screen, ILogger<ExecuteIntake> log)
{
    public Task<Receipt> TakeAsync(Activity invoke, CancellationToken aborted)
    {
        var action = invoke.Value.Part("action");
        var press = CardPress.Read(action.Part("data")) ?? Bare(action);
        return invoke.Value.Text("trigger") == "automatic" ? RefreshAsync(invoke, press, aborted) : PressAsync(invoke, press, aborted);
    }

    /// <summary>A button without data of ours still has its verb, which is the action.</summary>
    private static CardPress? Bare(JsonElement action) => action.Text("verb") is { } verb ? new CardPress(verb, "") : null;

    private async Task<Receipt> PressAsync(Activity invoke, CardPress? press, CancellationToken aborted)
    {
        var intent = Pressing.Intent(press);
        var request = invoke.Request(intent ?? new ShowHelp(), ChatPlace.Message)!;
        if (intent is not null) return await ShowAsync(invoke, await asking.AskAsync(invoke.Answerable(request), aborted));
        log.ActionUnknown(press?.Action, request.Installation.ExternalId);
        return InvokeAnswers.Words(PlainWords.OldButton);
    }

    private async Task<Receipt> ShowAsync(Activity invoke, Reply? reply) => reply switch
    {
        null => InvokeAnswers.Error(PlainWords.Fault),
        Silence => InvokeAnswers.Words(PlainWords.GotIt),
        Say say => InvokeAnswers.Words(say.Message),
        Replace replace => InvokeAnswers.Card(replace.Message),
        RefuseForm refusal => InvokeAnswers.Words(PlainWords.Faults(refusal)),
        OpenForm open => InvokeAnswers.Words(await PostAsync(invoke, open.Form)),
        _ => throw new InvalidOperationException($"A reply that a press cannot show: {reply.GetType().Name}."),
    };

    /// <summary>No dialog opens from such a button, so the form comes as a message.</summary>
    private async Task<ChatMessage> PostAsync(Activity invoke, ChatForm form)
    {
        if (!await screen.PostAsync(invoke, TeamsMessages.Activity(form))) return PlainWords.NotOpened;
        return invoke.IsPersonal ? PlainWords.FormBelow : PlainWords.FormAlone;
    }

    private async Task<Receipt> RefreshAsync(Activity invoke, CardPress? press, CancellationToken aborted)
    {
        if (Pressing.Intent(press) is not { } intent || !Pressing.OnlyShows(intent))
        {
            log.RefreshRefused(press?.Action, invoke.Tenant ?? "");
            return InvokeAnswers.Error(PlainWords.OldButton);
        }

        return await asking.AskAsync(invoke.Request(intent, ChatPlace.Command)!, aborted) switch
        {
            Say say => InvokeAnswers.Card(say.Message),
            Replace replace => InvokeAnswers.Card(replace.Message),
            _ => InvokeAnswers.Error(PlainWords.Fault), // the card stays as it was
        };
    }
}
