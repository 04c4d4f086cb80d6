using System.Text.Json;
using System.Text.Json.Serialization;
using PairingBot.Slack.Blocks;
using PairingBot.Slack.Events;
using PairingBot.Slack.Interactions;
using PairingBot.Slack.SocketMode;

namespace PairingBot.Slack.Api;

/// <summary>Every shape that is written to or read from Slack: snake_case, nulls left out, numbers also as text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(AuthTestAnswer))]
[JsonSerializable(typeof(AccessAnswer))]
[JsonSerializable(typeof(TeamsAnswer))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(UsersAnswer))]
[JsonSerializable(typeof(ApiAnswer))]
[JsonSerializable(typeof(OpenConversation))]
[JsonSerializable(typeof(PostMessage))]
[JsonSerializable(typeof(UpdateMessage))]
[JsonSerializable(typeof(OpenView))]
[JsonSerializable(typeof(PublishHome))]
[JsonSerializable(typeof(InstantMessage))]
[JsonSerializable(typeof(FormResponse))]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(HomeVisit))]
[JsonSerializable(typeof(WrittenMessage))]
[JsonSerializable(typeof(ChangedUser))]
[JsonSerializable(typeof(RevokedTokens))]
[JsonSerializable(typeof(ChannelVisit))]
[JsonSerializable(typeof(ChannelChange))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SocketEnvelope))]
[JsonSerializable(typeof(SocketAck))]
[JsonSerializable(typeof(SocketAnswer))]
internal sealed partial class SlackJson : JsonSerializerContext;
