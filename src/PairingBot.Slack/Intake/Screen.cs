using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;

namespace PairingBot.Slack.Intake;

/// <summary>
/// Shows something at once to the person who pressed or typed. Calls go on when Slack has stopped waiting for the response: the person may
/// still get to see them.
/// </summary>
internal sealed class Screen(SlackClient slack, SlackTokens tokens, ReplyAddress replies, ILogger<Screen> log)
{
    /// <summary>Opens a form, on top of the one in which the button was pressed if there is one. False when Slack did not take it.</summary>
    public Task<bool> OpenAsync(ChatRequest request, string? trigger, ChatForm form) => ShowAsync(request, trigger, SlackForms.Render(form));

    /// <summary>Words where the button was pressed: beside a message, or in a small modal. When the trigger died on the way, they are written to the person.</summary>
    public async Task SayAsync(ChatRequest request, string? trigger, ChatMessage message)
    {
        if (request.ReplyHandle is { } address) await replies.PostAsync(address, SlackMessages.AtPress(message, replace: false), CancellationToken.None);
        else if (!await ShowAsync(request, trigger, SlackForms.Notice(message))) await WriteAsync(request, message);
    }

    /// <summary>That a form did not open, where it can still be said: beside the message, or in a direct message.</summary>
    public Task SayNotOpenedAsync(ChatRequest request) => request.ReplyHandle is null
        ? WriteAsync(request, PlainWords.NotOpened)
        : SayAsync(request, trigger: null, PlainWords.NotOpened);

    /// <summary>The message that held the button becomes this one; a Home or a form cannot, and there it is said.</summary>
    public async Task ReplaceAsync(ChatRequest request, string? trigger, ChatMessage message)
    {
        if (request.ReplyHandle is { } address) await replies.PostAsync(address, SlackMessages.AtPress(message, replace: true), CancellationToken.None);
        else await SayAsync(request, trigger, message);
    }

    private async Task WriteAsync(ChatRequest request, ChatMessage message) =>
        await tokens.CallAsync(request.Installation, token => slack.PostMessageAsync(token, SlackMessages.Post(request.Sender.ExternalId, message), CancellationToken.None), CancellationToken.None);

    private async Task<bool> ShowAsync(ChatRequest request, string? trigger, View view)
    {
        if (trigger is null)
        {
            log.NoTrigger(request.Intent.GetType().Name, request.Installation.ExternalId, request.Sender.ExternalId);
            return false;
        }

        var answer = await tokens.CallAsync(request.Installation, token => request.Place == ChatPlace.Form
            ? slack.PushViewAsync(token, trigger, view, CancellationToken.None)
            : slack.OpenViewAsync(token, trigger, view, CancellationToken.None), CancellationToken.None);
        return answer.Fault is null;
    }
}
