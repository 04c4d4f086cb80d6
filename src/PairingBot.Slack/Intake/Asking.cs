using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Intake;

/// <summary>
/// Has the inbox answer while Slack waits. Slack gives up after three seconds and then shows an error of its own, so we stop in time to say
/// something better; stopping rolls the request's transaction back. A database that hangs does not even hear that it is to stop: it is waited for no longer.
/// </summary>
internal sealed class Asking(IChatInbox inbox, [FromKeyedServices(SlackTime.Real)] TimeProvider time, ILogger<Asking> log)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.3);

    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(0.2);

    /// <summary>Null when it could not be answered: the caller has words for that.</summary>
    public async Task<Reply?> AskAsync(ChatRequest request, CancellationToken aborted)
    {
        try
        {
            return await AnswerAsync(request, aborted).WaitAsync(Patience + ToStop, time, aborted);
        }
        catch (Exception late) when (late is OperationCanceledException or TimeoutException)
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

    private async Task<Reply> AnswerAsync(ChatRequest request, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        return await inbox.AnswerAsync(request, linked.Token);
    }
}
