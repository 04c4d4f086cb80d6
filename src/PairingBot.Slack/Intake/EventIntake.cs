using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Events;

namespace PairingBot.Slack.Intake;

/// <summary>
/// Events: stored once, answered at once, read later from the inbox. Only what will mean something is stored. When it cannot be stored, Slack is told
/// so and delivers it again: at once, after a minute, and after five.
/// </summary>
internal sealed class EventIntake(IChatInbox inbox, [FromKeyedServices(SlackTime.Real)] TimeProvider time, ILogger<EventIntake> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.3), ToStop = TimeSpan.FromSeconds(0.2);

    public async Task<Receipt> TakeAsync(ReadOnlyMemory<byte> body, CancellationToken aborted)
    {
        if (EventReader.Envelope(body.Span) is not { } envelope)
        {
            log.PayloadUnreadable();
            return Receipt.Unreadable;
        }

        switch (envelope.Type)
        {
            case "url_verification":
                return new Receipt(Verdict.Taken, Challenge: envelope.Challenge ?? "");
            case "event_callback":
                return await AcceptAsync(envelope, body, aborted);
            case "app_rate_limited":
                log.EventsLimited(envelope.Home);
                return Receipt.Taken;
            default:
                log.EventIgnored(envelope.Type, envelope.EventId);
                return Receipt.Taken;
        }
    }

    private async Task<Receipt> AcceptAsync(EventEnvelope envelope, ReadOnlyMemory<byte> body, CancellationToken aborted)
    {
        if (envelope.EventId is not { Length: > 0 } id || EventReader.Read(envelope) is not { } request)
        {
            log.EventIgnored(envelope.EventType, envelope.EventId);
            return Receipt.Taken;
        }

        try
        {
            var isNew = await KeepAsync(new InboundEvent(request.Installation, id, Encoding.UTF8.GetString(body.Span)), aborted).WaitAsync(Patience + ToStop, time, aborted);
            if (!isNew) log.EventKnown(id);
            return Receipt.Taken;
        }
        catch (Exception fault)
        {
            // Whatever keeps it from being stored, Slack must hear that it was not; the stack stays in our log.
            log.EventNotStored(fault, id);
            return Receipt.NotStored;
        }
    }

    private async Task<bool> KeepAsync(InboundEvent inbound, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        return await inbox.AcceptAsync(inbound, linked.Token);
    }
}
