using System.Text.Json.Serialization;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Cards;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams;

/// <summary>How this project's own shapes are written and read: unknown members are ignored, missing ones take their default.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PressHandle))]
[JsonSerializable(typeof(ShownForm))]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class TeamsJson : JsonSerializerContext;
