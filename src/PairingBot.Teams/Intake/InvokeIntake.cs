using Microsoft.Extensions.Logging;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Intake;

/// <summary>What Teams asks and shows the answer of: the response is the reply.</summary>
internal sealed class InvokeIntake(ExecuteIntake executes, DialogIntake dialogs, ILogger<InvokeIntake> log)
{
    public async Task<Receipt> TakeAsync(Activity invoke, CancellationToken aborted)
    {
        if (invoke.Installation is null || invoke.Person is null)
        {
            log.SenderMissing(invoke.Name, invoke.Id);
            return Receipt.Unreadable;
        }

        switch (invoke.Name)
        {
            case "adaptiveCard/action":
                return await executes.TakeAsync(invoke, aborted);
            case "task/fetch":
                return await dialogs.OpenAsync(invoke, aborted);
            case "composeExtension/fetchTask":
                return await dialogs.OpenCommandAsync(invoke, aborted);
            case "task/submit" or "composeExtension/submitAction":
                return await dialogs.SubmitAsync(invoke, aborted);
            default:
                log.InvokeUnknown(invoke.Name, invoke.Id);
                return Receipt.Unknown;
        }
    }
}
