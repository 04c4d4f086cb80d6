using System.Text.Json.Serialization;

namespace PairingBot.Teams.Connector;

/// <summary>What a login answers; each member may be missing.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("error_description")] string? ErrorDescription);
