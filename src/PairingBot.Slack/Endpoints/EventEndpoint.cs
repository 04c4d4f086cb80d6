using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Events;

namespace PairingBot.Slack.Endpoints;

/// <summary>
/// Events: stored once, answered at once, read later from the inbox. Only what will mean something is stored. When it cannot be stored, Slack is told
/// so (500) and delivers it again: at once, after a minute, and after five.
/// </summary>
internal sealed class EventEndpoint(
    SignedBody signed,
    IChatInbox inbox,
    [FromKeyedServices(SlackTime.Real)] TimeProvider time,
    ILogger<EventEndpoint> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    public async Task HandleAsync(HttpContext context)
    {
        if (await signed.ReadAsync(context) is not { } body) return;
        if (EventReader.Envelope(body) is not { } envelope)
        {
            log.PayloadUnreadable();
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.Headers["X-Slack-No-Retry"] = "1"; // it would be no more readable the next time
            return;
        }

        switch (envelope.Type)
        {
            case "url_verification":
                context.Response.ContentType = "text/plain; charset=utf-8";
                await context.Response.WriteAsync(envelope.Challenge ?? "", context.RequestAborted);
                break;
            case "event_callback":
                await AcceptAsync(context, envelope, body);
                break;
            case "app_rate_limited":
                log.EventsLimited(envelope.Home);
                break;
            default:
                log.EventIgnored(envelope.Type, envelope.EventId);
                break;
        }
    }

    private async Task AcceptAsync(HttpContext context, EventEnvelope envelope, byte[] body)
    {
        if (envelope.EventId is not { Length: > 0 } id || EventReader.Read(envelope) is not { } request)
        {
            log.EventIgnored(envelope.EventType, envelope.EventId);
            return;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            var isNew = await inbox.AcceptAsync(new InboundEvent(request.Installation, id, Encoding.UTF8.GetString(body)), linked.Token);
            if (!isNew) log.EventKnown(id);
        }
        catch (Exception fault)
        {
            // Whatever keeps it from being stored, Slack must hear that it was not; the stack stays in our log.
            log.EventNotStored(fault, id);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
