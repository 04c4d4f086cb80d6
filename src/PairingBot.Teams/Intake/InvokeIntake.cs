using Microsoft.Extensions.Logging;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Intake;

/// <summary>What Teams asks and shows the answer of: the response is the reply.</summary>
internal sealed class InvokeIntake(ExecuteIntake executes, DialogIntake dialogs, ILogger<InvokeIntake> log)
{
    public async Task<Receipt> TakeAsync(Activity invoke, CancellationToken aborted)
    {
        if (Taker(invoke.Name) is not { } take)
        {
            log.InvokeUnknown(invoke.Name, invoke.Id);
            return Receipt.Unknown;
        }

        if (invoke is { Installation: not null, Person: not null }) return await take(invoke, aborted);
        log.SenderMissing(invoke.Name, invoke.Id);
        return invoke.Name == "adaptiveCard/action" ? InvokeAnswers.Error(PlainWords.Fault) : InvokeAnswers.Dialog(PlainWords.Fault);
    }

    /// <summary>Null when nothing of ours has this name.</summary>
    private Func<Activity, CancellationToken, Task<Receipt>>? Taker(string? name) => name switch
    {
        "adaptiveCard/action" => executes.TakeAsync,
        "task/fetch" => dialogs.OpenAsync,
        "composeExtension/fetchTask" => dialogs.OpenCommandAsync,
        "task/submit" or "composeExtension/submitAction" => dialogs.SubmitAsync,
        _ => null,
    };
}
