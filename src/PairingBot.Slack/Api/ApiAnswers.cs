using System.Text.Json;
using System.Text.Json.Serialization;
using PairingBot.Slack.Interactions;

namespace PairingBot.Slack.Api;

/// <summary>What every answer has. Anything may be missing, and what we do not know is ignored.</summary>
internal record ApiAnswer
{
    public bool? Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>The scope that the token lacks, with missing_scope.</summary>
    public string? Needed { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }

    /// <summary>What the token may do: Slack says so in a header of each answer.</summary>
    [JsonIgnore]
    public string? GrantedScopes { get; set; }
}

internal sealed record ResponseMetadata(string? NextCursor, IReadOnlyList<string>? Messages);

internal sealed record AuthTestAnswer(string? Team, string? TeamId, string? UserId, string? EnterpriseId) : ApiAnswer
{
    [JsonConverter(typeof(LenientBool))]
    public bool IsEnterpriseInstall { get; init; }
}

/// <summary>A workspace that added the bot, or a renewed token: the tokens in it never reach a log.</summary>
internal sealed record AccessAnswer(string? AccessToken, string? Scope, string? BotUserId, string? AppId, NamedIdentity? Team, NamedIdentity? Enterprise, SlackIdentity? AuthedUser) : ApiAnswer
{
    [JsonConverter(typeof(LenientBool))]
    public bool IsEnterpriseInstall { get; init; }

    public string? RefreshToken { get; init; }

    /// <summary>In seconds; only of a token that is renewed.</summary>
    public long? ExpiresIn { get; init; }

    public override string ToString() => nameof(AccessAnswer);
}

internal sealed record NamedIdentity(string? Id, string? Name);

internal sealed record TeamsAnswer(IReadOnlyList<SlackIdentity?>? Teams) : ApiAnswer;

internal sealed record ConversationAnswer(SlackIdentity? Channel) : ApiAnswer;

internal sealed record MessageAnswer(string? Channel, string? Ts) : ApiAnswer;

internal sealed record ViewAnswer(SlackIdentity? View) : ApiAnswer;

/// <summary>Each person is read apart, by <see cref="SlackDirectory.Read"/>.</summary>
internal sealed record UsersAnswer(IReadOnlyList<JsonElement>? Members) : ApiAnswer;

/// <summary>Something of which only the id matters.</summary>
internal sealed record SlackIdentity(string? Id, string? EnterpriseId = null);
