using PairingBot.Domain.Chat;

namespace PairingBot.Slack;

/// <summary>Slack names a workspace, an organization, or both. Which installation that is, the storage knows.</summary>
internal static class SlackHome
{
    /// <summary>Null when neither is named.</summary>
    public static InstallationKey? Of(string? team, string? enterprise, bool isOrgWide = false)
    {
        var organization = string.IsNullOrEmpty(enterprise) ? null : enterprise;
        if (organization is not null && (isOrgWide || string.IsNullOrEmpty(team))) return new InstallationKey(SlackPlatform.PlatformKey, organization) { Organization = organization };
        return string.IsNullOrEmpty(team) ? null : new InstallationKey(SlackPlatform.PlatformKey, team) { Organization = organization };
    }
}
