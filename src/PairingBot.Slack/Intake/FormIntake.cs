using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;
using PairingBot.Slack.Interactions;

namespace PairingBot.Slack.Intake;

/// <summary>A sent form. It closes when nothing comes back, shows faults at its fields, or turns into something else; what was typed is never lost to a fault of ours.</summary>
internal sealed class FormIntake(Asking asking, ILogger<FormIntake> log)
{
    /// <summary>Null closes the form.</summary>
    public async Task<FormResponse?> TakeAsync(Interaction sent, CancellationToken aborted)
    {
        var key = sent.View?.CallbackId ?? "";
        var answers = InteractionReader.Answers(sent.View);
        var intent = IntentReader.FromForm(key, sent.View?.PrivateMetadata ?? "", answers);
        if (InteractionReader.Request(sent, intent ?? new ShowHelp(), ChatPlace.Form) is not { } request)
        {
            log.SenderMissing("form");
            return null;
        }

        if (intent is null)
        {
            log.FormUnknown(key, request.Installation.ExternalId);
            return Notice(PlainWords.OldForm);
        }

        return Response(await asking.AskAsync(request, aborted) ?? Fault(answers), answers);
    }

    private static FormResponse? Response(Reply reply, FormAnswers answers) => reply switch
    {
        Silence => null,
        Say say => Notice(say.Message),
        Replace replace => Notice(replace.Message),
        OpenForm open => new FormResponse("update", View: SlackForms.Render(open.Form)),
        RefuseForm refusal => Refuse(refusal, answers),
        _ => throw new InvalidOperationException($"A reply that a form cannot show: {reply.GetType().Name}."),
    };

    /// <summary>The form stays open with everything in it: pressing again is all that there is to do.</summary>
    private static Reply Fault(FormAnswers answers) => answers.Values.Keys.FirstOrDefault() is { } first
        ? new RefuseForm(new Dictionary<string, string> { [first] = PlainWords.FaultText })
        : new Say(PlainWords.Fault);

    /// <summary>Slack takes faults only for fields that the form has, so one about something else is shown at the first.</summary>
    private static FormResponse? Refuse(RefuseForm refusal, FormAnswers answers)
    {
        if (refusal.Faults.Count == 0) return null;
        if (answers.Values.Keys.FirstOrDefault() is not { } first) return Notice(PlainWords.Faults(refusal));
        var errors = refusal.Faults
            .GroupBy(fault => answers.Values.ContainsKey(fault.Key) ? fault.Key : first)
            .ToDictionary(faults => faults.Key, faults => string.Join(' ', faults.Select(fault => fault.Value)));
        return new FormResponse("errors", Errors: errors);
    }

    private static FormResponse? Notice(ChatMessage message) =>
        message.Pieces.Count == 0 || SpokenText.Of(message).Length == 0 ? null : new FormResponse("update", View: SlackForms.Notice(message));
}
