using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Intake;

/// <summary>
/// Dialogs: opened by a button of a card or by a command of the message extension, and sent. What is answered is shown in the dialog itself, and what was typed is never lost to a fault of ours.
/// </summary>
internal sealed class DialogIntake(Asking asking, ILogger<DialogIntake> log)
{
    /// <summary>By a button (task/fetch).</summary>
    public Task<Receipt> OpenAsync(Activity invoke, CancellationToken aborted) => PressAsync(invoke, CardPress.Read(invoke.Value.Part("data")), ChatPlace.Message, aborted);

    /// <summary>By a command, whose id is a word that can also be typed.</summary>
    public async Task<Receipt> OpenCommandAsync(Activity invoke, CancellationToken aborted)
    {
        var intent = IntentReader.FromCommand(invoke.Value.Text("commandId") ?? "");
        return Show(await asking.AskAsync(invoke.Request(intent, ChatPlace.Command)!, aborted));
    }

    /// <summary>Sent, or a button inside of it pressed.</summary>
    public async Task<Receipt> SubmitAsync(Activity invoke, CancellationToken aborted)
    {
        var data = invoke.Value.Part("data");
        if (CardForm.Read(data) is not { } form) return await PressAsync(invoke, CardPress.Read(data), ChatPlace.Form, aborted);
        var intent = IntentReader.FromForm(form.Key, form.Argument, form.Answers);
        var request = invoke.Request(intent ?? new ShowHelp(), ChatPlace.Form)!;
        if (intent is not null) return Submitted(form, await asking.AskAsync(request, aborted));
        log.FormUnknown(form.Key, request.Installation.ExternalId);
        return InvokeAnswers.Dialog(PlainWords.OldForm);
    }

    private async Task<Receipt> PressAsync(Activity invoke, CardPress? press, ChatPlace place, CancellationToken aborted)
    {
        var intent = Pressing.Intent(press);
        var request = invoke.Request(intent ?? new ShowHelp(), place)!;
        if (intent is not null) return Show(await asking.AskAsync(request, aborted));
        log.ActionUnknown(press?.Action, request.Installation.ExternalId);
        return InvokeAnswers.Dialog(place == ChatPlace.Form && press is null ? PlainWords.OldForm : PlainWords.OldButton);
    }

    private static Receipt Show(Reply? reply) => reply switch
    {
        null => InvokeAnswers.Dialog(PlainWords.Fault),
        Silence => InvokeAnswers.Dialog(PlainWords.GotIt),
        Say say => InvokeAnswers.Dialog(say.Message),
        Replace replace => InvokeAnswers.Dialog(replace.Message),
        RefuseForm refusal => InvokeAnswers.Dialog(PlainWords.Faults(refusal)),
        OpenForm open => InvokeAnswers.Dialog(open.Form),
        _ => throw new InvalidOperationException($"A reply that a dialog cannot show: {reply.GetType().Name}."),
    };

    private static Receipt Submitted(CardForm sent, Reply? reply) => reply switch
    {
        Silence => Receipt.Taken, // it closes
        RefuseForm { Faults.Count: 0 } => Receipt.Taken,
        RefuseForm refusal when sent.Shown is { } shown => InvokeAnswers.Dialog(shown, sent.Answers, refusal.Faults),
        null when sent.Shown is { } shown => InvokeAnswers.Dialog(shown, sent.Answers, notice: PlainWords.Fault),
        _ => Show(reply),
    };
}
