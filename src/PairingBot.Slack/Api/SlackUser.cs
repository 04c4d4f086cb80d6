using System.Text.Json.Serialization;

namespace PairingBot.Slack.Api;

/// <summary>A person as users.list and the events about people name them. Of the profile only what the directory shows is read.</summary>
internal sealed record SlackUser(
    string? Id,
    string? TeamId = null,
    string? Name = null,
    string? RealName = null,
    string? Tz = null,
    string? Locale = null,
    SlackProfile? Profile = null,
    EnterpriseUser? EnterpriseUser = null)
{
    public bool? Deleted { get; init; }

    public bool? IsBot { get; init; }

    public bool? IsWorkflowBot { get; init; }

    public bool? IsConnectorBot { get; init; }

    public bool? IsRestricted { get; init; }

    public bool? IsUltraRestricted { get; init; }

    public bool? IsStranger { get; init; }

    public bool? IsAdmin { get; init; }

    public bool? IsOwner { get; init; }

    public bool? IsPrimaryOwner { get; init; }
}

internal sealed record SlackProfile(string? DisplayName = null, string? RealName = null, string? Title = null)
{
    /// <summary>Only where the workspace has given users:read.email, for which our manifest does not ask.</summary>
    public string? Email { get; init; }

    /// <summary>The company's own fields by their ids (Xf…); null when Slack did not send any, which it does for most lists.</summary>
    [JsonConverter(typeof(ProfileFields))]
    public IReadOnlyDictionary<string, ProfileField?>? Fields { get; init; }
}

internal sealed record ProfileField(string? Value, string? Label = null);

/// <summary>Somebody of an organization with many workspaces: one id, many teams.</summary>
internal sealed record EnterpriseUser(string? EnterpriseId, IReadOnlyList<string>? Teams);
