using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>How what we send is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(NewChat))]
[JsonSerializable(typeof(NewAppInstallation))]
[JsonSerializable(typeof(ScheduleQuestion))]
[JsonSerializable(typeof(NewEvent))]
[JsonSerializable(typeof(NewTimes))]
[JsonSerializable(typeof(BatchedCalls))]
internal sealed partial class GraphJson : JsonSerializerContext;

internal sealed record NewChat(string ChatType, string Topic, IReadOnlyList<NewMember> Members);

internal sealed record NewMember(
    [property: JsonPropertyName("@odata.type")] string Kind,
    IReadOnlyList<string> Roles,
    [property: JsonPropertyName("user@odata.bind")] string User);

internal sealed record NewAppInstallation([property: JsonPropertyName("teamsApp@odata.bind")] string App);

internal sealed record ZonedTime(string DateTime, string TimeZone);

internal sealed record ScheduleQuestion(IReadOnlyList<string> Schedules, ZonedTime StartTime, ZonedTime EndTime, int AvailabilityViewInterval);

internal sealed record NewEvent(string Subject, EventBody Body, ZonedTime Start, ZonedTime End, IReadOnlyList<EventAttendee> Attendees)
{
    public string TransactionId { get; init; } = "";

    public bool IsOnlineMeeting { get; init; } = true;

    public string OnlineMeetingProvider { get; init; } = "teamsForBusiness";

    public bool AllowNewTimeProposals { get; init; } = true;
}

internal sealed record EventBody(string ContentType, string Content);

internal sealed record EventAttendee(EventAddress EmailAddress, string Type);

internal sealed record EventAddress(string Address);

internal sealed record NewTimes(ZonedTime Start, ZonedTime End);
