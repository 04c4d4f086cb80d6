using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Intake;

/// <summary>Typed words and news of who has the bot: stored once, answered at once, read later from the inbox. Only what will mean something is stored.</summary>
internal sealed class EventIntake(IChatInbox inbox, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time, ILogger<EventIntake> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Receipt> TakeAsync(Activity activity, CancellationToken aborted)
    {
        if (ActivityReader.Read(activity) is not { } request)
        {
            log.ActivityIgnored(activity.Type, activity.Id);
            return Receipt.Taken;
        }

        var id = activity.DeliveryId ?? $"body|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(activity.Body)))}"; // without an id it is known by what it says
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            if (!await inbox.AcceptAsync(new InboundEvent(request.Installation, id, activity.Body), linked.Token)) log.EventKnown(id);
            return Receipt.Taken;
        }
        catch (Exception fault)
        {
            // Whatever keeps it from being stored, Microsoft must hear that it was not; the stack stays in our log.
            log.EventNotStored(fault, id);
            return Receipt.NotStored;
        }
    }
}
