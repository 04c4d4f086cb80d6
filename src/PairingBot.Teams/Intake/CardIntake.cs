using System.Text.Json;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Intake;

/// <summary>A press or a sent form that comes as a message: from a plain button, from older clients, and from a form that stands in a chat. Nothing can be shown in the response.</summary>
internal sealed class CardIntake(Asking asking, Screen screen, ILogger<CardIntake> log)
{
    /// <summary>Words that bring data with them which are none of ours are words.</summary>
    public static bool IsFor(Activity message) =>
        message.Value.ValueKind == JsonValueKind.Object && (message.Root.Text("text") is null || CardForm.Read(message.Value) is not null || CardPress.Read(message.Value) is not null);

    public async Task<Receipt> TakeAsync(Activity message, CancellationToken aborted)
    {
        var form = CardForm.Read(message.Value);
        var press = form is null ? CardPress.Read(message.Value) : null;
        var intent = form is null ? Pressing.Intent(press) : IntentReader.FromForm(form.Key, form.Argument, form.Answers);
        if (message.Request(intent ?? new ShowHelp(), ChatPlace.Message) is not { } request)
        {
            log.SenderMissing(message.Type, message.Id);
            return Receipt.Taken;
        }

        if (intent is null) await SayOldAsync(message, form, press, request);
        else await ShowAsync(message, form, await asking.AskAsync(message.Answerable(request), aborted) ?? new Say(PlainWords.Fault));
        return Receipt.Taken;
    }

    private Task<bool> SayOldAsync(Activity message, CardForm? form, CardPress? press, ChatRequest request)
    {
        if (form is null) log.ActionUnknown(press?.Action, request.Installation.ExternalId);
        else log.FormUnknown(form.Key, request.Installation.ExternalId);
        return SayAsync(message, form is null ? PlainWords.OldButton : PlainWords.OldForm);
    }

    private Task ShowAsync(Activity message, CardForm? form, Reply reply) => reply switch
    {
        Silence => Task.CompletedTask,
        Say say => SayAsync(message, say.Message),
        Replace replace => SayAsync(message, replace.Message),
        OpenForm open => screen.PostAsync(message, TeamsMessages.Activity(open.Form)),
        RefuseForm refusal => RefuseAsync(message, form, refusal),
        _ => throw new InvalidOperationException($"A reply that a card cannot show: {reply.GetType().Name}."),
    };

    /// <summary>The form in the chat stays, with everything that was typed into it.</summary>
    private async Task RefuseAsync(Activity message, CardForm? form, RefuseForm refusal)
    {
        var isShown = form?.Shown is { } shown && await screen.ReplaceAsync(message, TeamsMessages.Activity(shown, form.Answers, refusal.Faults));
        if (!isShown) await SayAsync(message, PlainWords.Faults(refusal));
    }

    private Task<bool> SayAsync(Activity message, ChatMessage words) => screen.PostAsync(message, TeamsMessages.Activity(words));
}
