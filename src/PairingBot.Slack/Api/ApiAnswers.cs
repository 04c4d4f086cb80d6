namespace PairingBot.Slack.Api;

/// <summary>What every answer has. Anything may be missing, and what we do not know is ignored.</summary>
internal record ApiAnswer
{
    public bool? Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>The scope that the token lacks, with missing_scope.</summary>
    public string? Needed { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }
}

internal sealed record ResponseMetadata(string? NextCursor, IReadOnlyList<string>? Messages);

internal sealed record AuthTestAnswer(string? Team, string? TeamId, string? UserId, string? EnterpriseId) : ApiAnswer;

internal sealed record ConversationAnswer(SlackIdentity? Channel) : ApiAnswer;

internal sealed record MessageAnswer(string? Channel, string? Ts) : ApiAnswer;

internal sealed record ViewAnswer(SlackIdentity? View) : ApiAnswer;

internal sealed record UsersAnswer(IReadOnlyList<SlackUser?>? Members) : ApiAnswer;

/// <summary>Something of which only the id matters.</summary>
internal sealed record SlackIdentity(string? Id, string? EnterpriseId = null);
