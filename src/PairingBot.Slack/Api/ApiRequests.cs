using PairingBot.Slack.Blocks;

namespace PairingBot.Slack.Api;

/// <param name="Users">One to eight ids as comma text: a JSON list is refused as "user_not_found".</param>
internal sealed record OpenConversation(string Users);

/// <summary>Links are never unfurled: a message says what it says.</summary>
internal sealed record PostMessage(string Channel, string Text, IReadOnlyList<Block>? Blocks, bool UnfurlLinks = false, bool UnfurlMedia = false);

internal sealed record UpdateMessage(string Channel, string Ts, string Text, IReadOnlyList<Block> Blocks);

internal sealed record OpenView(string TriggerId, View View);

internal sealed record PublishHome(string UserId, View View);

/// <summary>An answer to a command (in the response) or to a press (to its response_url): for the asker alone, or in place of the message.</summary>
internal sealed record InstantMessage(string Text, IReadOnlyList<Block>? Blocks, string? ResponseType = null, bool? ReplaceOriginal = null);

/// <summary>The answer to a sent form. Slack shows "We had some trouble connecting" for any other body.</summary>
internal sealed record FormResponse(string ResponseAction, IReadOnlyDictionary<string, string>? Errors = null, View? View = null);
