using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PairingBot.Slack.Api;
using PairingBot.Slack.Interactions;

namespace PairingBot.Slack.Endpoints;

/// <summary>Presses and sent forms. What we have no use for (shortcuts, closed views, kinds yet to come) is answered 200 and logged.</summary>
internal sealed class InteractionEndpoint(SignedBody signed, PressEndpoint presses, FormEndpoint forms, ILogger<InteractionEndpoint> log)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (await signed.ReadAsync(context) is not { } body) return;
        var form = SlackForm.Read(body);
        if (form?["ssl_check"] is not null) return;
        if (form?["payload"] is not { } payload || InteractionReader.Parse(payload) is not { } interaction)
        {
            log.PayloadUnreadable();
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await HandleAsync(context, interaction);
    }

    private async Task HandleAsync(HttpContext context, Interaction interaction)
    {
        switch (interaction.Type)
        {
            case "block_actions":
                await presses.HandleAsync(interaction, context.RequestAborted);
                break;
            case "view_submission":
                if (await forms.HandleAsync(interaction, context.RequestAborted) is { } response)
                {
                    await context.Response.WriteAsJsonAsync(response, SlackJson.Default.FormResponse);
                }

                break;
            default:
                log.InteractionIgnored(interaction.Type, interaction.CallbackId ?? interaction.View?.CallbackId);
                break;
        }
    }
}
