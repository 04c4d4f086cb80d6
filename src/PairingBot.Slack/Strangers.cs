namespace PairingBot.Slack;

/// <summary>
/// Who is of another organization: people meet our messages through shared channels and can press what they see. The team of a person is
/// compared with the workspace and its organization; what is unknown is no proof. An organization-wide installation serves every
/// workspace of the organization and is not told which those are, so there a differing team proves nothing either, and the directory decides.
/// </summary>
internal static class Strangers
{
    public static bool IsOne(string? personTeam, string? workspace, string? enterprise, bool isOrgWide = false) =>
        !string.IsNullOrEmpty(personTeam) && !string.IsNullOrEmpty(workspace) && !isOrgWide && personTeam != workspace && personTeam != enterprise;
}
