using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Intake;

/// <summary>Keeps from where each activity came: addresses differ from person to person and move. What cannot be kept must not cost what was asked for, nor the time to answer it.</summary>
internal sealed class References(IReferenceBook book, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time, ILogger<References> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    public async Task RefreshAsync(Activity activity, CancellationToken aborted)
    {
        if (activity.IsFromElsewhere || activity is not { Installation: { } home, Conversation: { } conversation, ServiceAddress: { } address })
        {
            log.ReferenceMissing(activity.Type, activity.Id);
            return;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            if (ActivityReader.IsFarewell(activity)) await book.ForgetAsync(home, Place(conversation), linked.Token);
            else if (!await book.KeepAsync(home, new ChatReference(Place(conversation), address, activity.IsPersonal ? activity.Person : null), linked.Token)) log.TenantUnknown(conversation, home.ExternalId);
        }
        catch (Exception fault)
        {
            // Beside what was asked for: it goes on, and the next activity brings the address again.
            log.ReferenceNotKept(fault, conversation);
        }
    }

    /// <summary>A thread of a channel is no place of its own.</summary>
    private static string Place(string conversation) => conversation.Split(';')[0];
}
