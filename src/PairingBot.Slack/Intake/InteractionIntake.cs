using Microsoft.Extensions.Logging;
using PairingBot.Slack.Api;
using PairingBot.Slack.Interactions;

namespace PairingBot.Slack.Intake;

/// <summary>Presses and sent forms. What we have no use for (shortcuts, closed views, kinds yet to come) is taken in silence and logged.</summary>
internal sealed class InteractionIntake(PressIntake presses, FormIntake forms, ILogger<InteractionIntake> log)
{
    /// <param name="payload">The JSON that Slack calls the payload; null when there was none.</param>
    public async Task<Receipt> TakeAsync(string? payload, CancellationToken aborted)
    {
        if (payload is null || InteractionReader.Parse(payload) is not { } interaction)
        {
            log.PayloadUnreadable();
            return Receipt.Unreadable;
        }

        switch (interaction.Type)
        {
            case "block_actions":
                await presses.TakeAsync(interaction, aborted);
                return Receipt.Taken;
            case "view_submission":
                return await forms.TakeAsync(interaction, aborted) is { } response ? Receipt.With(response, SlackJson.Default.FormResponse) : Receipt.Taken;
            default:
                log.InteractionIgnored(interaction.Type, interaction.CallbackId ?? interaction.View?.CallbackId);
                return Receipt.Taken;
        }
    }
}
