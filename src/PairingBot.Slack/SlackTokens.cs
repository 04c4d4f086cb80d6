using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack;

/// <summary>Which token a workspace's calls are made with: the one of the options, for every workspace.</summary>
internal sealed class SlackTokens(IOptions<SlackOptions> options)
{
    public string Own => options.Value.BotToken;

    public string For(InstallationKey installation) =>
        installation.Platform == SlackPlatform.PlatformKey ? Own : throw new ArgumentException($"Not a Slack workspace: {installation}.", nameof(installation));
}
