using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Intake;

/// <summary>
/// Posts at once what does not travel in a response. What is for one person (a form holds what they once typed) goes where nobody else reads it.
/// </summary>
internal sealed class Screen(ConnectorClient connector, IReferenceBook references, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time, ILogger<Screen> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.3);

    /// <summary>Into the chat that the person has with the bot alone. False when it did not get there.</summary>
    public async Task<bool> PostAsync(Activity asked, JsonObject message)
    {
        if (await AloneAsync(asked) is not var (address, conversation))
        {
            log.NowhereAlone(asked.Person, asked.Tenant);
            return false;
        }

        return await TakenAsync(conversation, cancel => connector.PostAsync(address, conversation, message, cancel));
    }

    /// <summary>The message that held the button becomes this one, for everybody who sees it. False when it did not.</summary>
    public async Task<bool> ReplaceAsync(Activity asked, JsonObject message)
    {
        if (asked is not { ServiceAddress: { } address, Conversation: { } conversation, ReplyTo: { } card }) return false;
        return await TakenAsync(conversation, cancel => connector.UpdateAsync(address, conversation, card, message, cancel));
    }

    private async Task<(string Address, string Conversation)?> AloneAsync(Activity asked)
    {
        if (asked is { IsPersonal: true, ServiceAddress: { } address, Conversation: { } conversation }) return (address, conversation);
        if (asked is not { Installation: { } home, Person: { } person }) return null;
        return await references.OfPersonAsync(home, person, CancellationToken.None) is { } known ? (known.ServiceAddress, known.Conversation) : null;
    }

    /// <summary>Somebody waits, so we do not wait for ever; what took too long may still have arrived.</summary>
    private async Task<bool> TakenAsync(string conversation, Func<CancellationToken, Task<DeliveryResult>> call)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            var result = await call(patience.Token);
            if (result is Delivered) return true;
            log.CardNotTaken(conversation, result);
        }
        catch (OperationCanceledException)
        {
            log.CardTookTooLong(conversation);
        }

        return false;
    }
}
