using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;

namespace PairingBot.Slack.Endpoints;

/// <summary>A typed slash command. The answer travels in the response and is seen by the typist alone.</summary>
internal sealed class CommandEndpoint(SignedBody signed, Asking asking, Screen screen, ILogger<CommandEndpoint> log)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (await signed.ReadAsync(context) is not { } body) return;
        if (SlackForm.Read(body) is not { } form)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (form["ssl_check"] is not null) return; // Slack looks at our certificate now and then
        if (Request(form) is not { } request)
        {
            log.SenderMissing("command");
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var reply = await asking.AskAsync(request, context.RequestAborted) ?? new Say(PlainWords.Fault);
        if (await WordsAsync(request, form["trigger_id"], reply) is { } words)
        {
            await context.Response.WriteAsJsonAsync(SlackMessages.Ephemeral(words), SlackJson.Default.InstantMessage);
        }
    }

    private static ChatRequest? Request(SlackForm form)
    {
        if (SlackHome.Of(form["team_id"], form["enterprise_id"]) is not { } home || form["user_id"] is not { } person) return null;
        var intent = IntentReader.FromCommand(TypedText.Read(form["text"]));
        return new ChatRequest(home, new ChatSender(person), intent, ChatPlace.Command);
    }

    /// <summary>What is left to say in the response: null when a form opened, or there is nothing to show.</summary>
    private async Task<ChatMessage?> WordsAsync(ChatRequest request, string? trigger, Reply reply) => reply switch
    {
        Silence => null,
        Say say => say.Message,
        Replace replace => replace.Message,
        RefuseForm refusal => PlainWords.Faults(refusal),
        OpenForm open => await screen.OpenAsync(request, trigger, open.Form) ? null : PlainWords.NotOpened,
        _ => throw new InvalidOperationException($"A reply that a command cannot show: {reply.GetType().Name}."),
    };
}
