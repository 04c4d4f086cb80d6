using PairingBot.Slack.Api;
using PairingBot.Slack.Events;

namespace PairingBot.Slack;

/// <summary>What the bot asks a workspace to allow: exactly what its methods, events and command use. The manifest asks for the same.</summary>
internal static class SlackScopes
{
    private const string ForCommands = "commands";

    public static IReadOnlyList<string> Asked { get; } =
    [
        .. SlackMethod.All.SelectMany(method => method.Scopes)
            .Concat(SlackEvent.All.Where(read => read.Subscription is not null).SelectMany(read => read.Scopes))
            .Append(ForCommands).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>From Slack's comma text; null when it did not say.</summary>
    public static IReadOnlyList<string>? Read(string? text) => text is null ? null : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
