using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Intake;

/// <summary>
/// Has the inbox answer while Teams waits. Teams gives up after a few seconds, asks again, and then shows an error of its own, so we stop in time to say something better; stopping rolls the request's
/// transaction back.
/// </summary>
internal sealed class Asking(IChatInbox inbox, Organizers organizers, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time, ILogger<Asking> log)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.3);

    /// <summary>Null when it could not be answered: the caller has words for that.</summary>
    public async Task<Reply?> AskAsync(ChatRequest request, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            return await inbox.AnswerAsync(organizers.Mark(request), linked.Token);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            log.AnsweredTooLate(request.Intent.GetType().Name, request.Installation.ExternalId, request.Sender.ExternalId);
            return null;
        }
        catch (Exception fault)
        {
            // The last border before a person who waits: whatever broke, they get words, and we get the stack in the log.
            log.AnswerBroke(fault, request.Intent.GetType().Name, request.Installation.ExternalId, request.Sender.ExternalId);
            return null;
        }
    }
}
