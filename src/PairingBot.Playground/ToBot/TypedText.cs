using System.Text.RegularExpressions;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>What a person typed, in the form in which Slack hands it on: escaped, with mentions as ids.</summary>
internal static partial class TypedText
{
    /// <summary>In messages a mention is an id alone.</summary>
    public static string ForMessage(string typed, SlackWorkspace workspace) => Convert(typed, workspace, withNames: false);

    /// <summary>In commands (with <c>should_escape</c> on) a mention carries the name too.</summary>
    public static string ForCommand(string typed, SlackWorkspace workspace) => Convert(typed, workspace, withNames: true);

    private static string Convert(string typed, SlackWorkspace workspace, bool withNames)
    {
        var escaped = typed.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        return MentionPattern().Replace(escaped, found => Mention(found, workspace, withNames) ?? found.Value);
    }

    private static string? Mention(Match found, SlackWorkspace workspace, bool withNames)
    {
        var name = found.Groups["name"].Value;
        if (found.Groups["sign"].Value == "#")
        {
            var channel = workspace.Conversations.FirstOrDefault(place => place.Kind == ConversationKind.Channel && place.Name == name);
            return channel is null ? null : withNames ? $"<#{channel.Id}|{channel.Name}>" : $"<#{channel.Id}>";
        }
        var person = workspace.People.FirstOrDefault(known => known.Name == name);
        return person is null ? null : withNames ? $"<@{person.Id}|{person.Name}>" : $"<@{person.Id}>";
    }

    [GeneratedRegex(@"(?<![\w/])(?<sign>[@#])(?<name>[a-z0-9][a-z0-9._-]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionPattern();
}
