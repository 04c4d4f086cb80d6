using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Slack.Intake;

namespace PairingBot.Slack.SocketMode;

/// <summary>Takes what an envelope holds to where HTTP would have taken it.</summary>
internal sealed class SocketIntake(IServiceScopeFactory scopes, EnvelopeLedger ledger, ILogger<SocketIntake> log)
{
    /// <summary>An effect is finished even when the connection that brought it is gone: it may come again, and is then known.</summary>
    public Task<Receipt> TakeAsync(SocketEnvelope envelope) =>
        ledger.OnceAsync(envelope.EnvelopeId ?? "", () => Task.Run(() => CarryOutAsync(envelope)));

    private async Task<Receipt> CarryOutAsync(SocketEnvelope envelope)
    {
        if (envelope.Payload is not { } payload) return Receipt.Unreadable;
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        switch (envelope.Type)
        {
            case "slash_commands":
                return await services.GetRequiredService<CommandIntake>().TakeAsync(SlackForm.Read(payload), CancellationToken.None);
            case "interactive":
                return await services.GetRequiredService<InteractionIntake>().TakeAsync(payload.GetRawText(), CancellationToken.None);
            case "events_api":
                return await services.GetRequiredService<EventIntake>().TakeAsync(Encoding.UTF8.GetBytes(payload.GetRawText()), CancellationToken.None);
            default:
                log.EnvelopeIgnored(envelope.Type);
                return Receipt.Taken;
        }
    }
}
