using System.Text.Json;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Api;

/// <summary>From Slack's people to the directory's.</summary>
internal static class SlackDirectory
{
    /// <summary>Slackbot says of itself that it is no bot.</summary>
    private const string Slackbot = "USLACKBOT";

    /// <summary>Null for somebody in a shape of next year, who keeps nobody else from being read.</summary>
    public static SlackUser? Read(JsonElement member)
    {
        try
        {
            return member.Deserialize(SlackJson.Default.SlackUser);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when not even the id is there.</summary>
    public static DirectoryPerson? Person(SlackUser? user, string workspace, string? enterprise = null, SlackFields? fields = null) => user?.Id is not { Length: > 0 } id ? null : new(
        id,
        FirstWritten(user.Profile?.RealName, user.RealName, user.Profile?.DisplayName, user.Name) ?? id,
        FirstWritten(user.Profile?.Title),
        FirstWritten(user.Tz),
        FirstWritten(user.Locale),
        IsAdmin: user.IsAdmin == true,
        IsOwner: user.IsOwner == true || user.IsPrimaryOwner == true,
        Standing(user, workspace, enterprise))
    {
        Facts = fields?.Read(user.Profile?.Fields),
        Email = FirstWritten(user.Profile?.Email),
    };

    private static DirectoryStanding Standing(SlackUser user, string workspace, string? enterprise)
    {
        if (user.IsBot == true || user.IsWorkflowBot == true || user.IsConnectorBot == true || user.Id == Slackbot) return DirectoryStanding.Bot;
        if (user.IsStranger == true || IsOfAnotherTeam(user, workspace, enterprise)) return DirectoryStanding.Stranger;
        if (user.Deleted == true) return DirectoryStanding.Deactivated;
        return user.IsRestricted == true || user.IsUltraRestricted == true ? DirectoryStanding.Guest : DirectoryStanding.Member;
    }

    /// <summary>In an organization the team of a person may be another workspace (or the organization) although they are in ours too.</summary>
    private static bool IsOfAnotherTeam(SlackUser user, string workspace, string? enterprise)
    {
        if (string.IsNullOrEmpty(user.TeamId) || user.TeamId == workspace || user.TeamId == enterprise) return false;
        if (user.EnterpriseUser is not { } member) return true;
        return member.EnterpriseId != workspace && member.Teams?.Contains(workspace) != true;
    }

    private static string? FirstWritten(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && JsonText.WithoutNought(text).Trim() is { Length: > 0 } written) return written;
        }

        return null;
    }
}
