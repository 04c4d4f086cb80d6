namespace PairingBot.Teams;

/// <summary>
/// What the app asks of whoever installs it in a chat or a team (resource-specific consent), as its manifest does: exactly what the connector's calls need. They need none, the roster included. What
/// Microsoft Graph needs is granted to the app's registration once, for the whole tenant, and stands in no manifest.
/// </summary>
public static class TeamsPermissions
{
    /// <summary>Names of application permissions, like ChatMember.Read.Chat; each stands here because a call of ours needs it.</summary>
    public static IReadOnlyList<string> ResourceSpecific { get; } = [];
}
