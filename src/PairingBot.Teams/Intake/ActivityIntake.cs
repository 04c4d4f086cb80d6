using Microsoft.Extensions.Logging;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Intake;

/// <summary>Everything that comes through the door, each kind to where it is taken. What bots say is nobody's wish.</summary>
internal sealed class ActivityIntake(References references, EventIntake events, CardIntake cards, InvokeIntake invokes, ILogger<ActivityIntake> log)
{
    public async Task<Receipt> TakeAsync(Activity activity, CancellationToken aborted)
    {
        await references.RefreshAsync(activity, aborted);
        if (activity.Type == "invoke") return await invokes.TakeAsync(activity, aborted);
        if (activity is { Type: "message", IsFromBot: true })
        {
            log.ActivityIgnored(activity.Type, activity.Id);
            return Receipt.Taken;
        }

        return activity.Type == "message" && CardIntake.IsFor(activity) ? await cards.TakeAsync(activity, aborted) : await events.TakeAsync(activity, aborted);
    }
}
