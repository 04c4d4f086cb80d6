using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Teams.Connector;

/// <summary>What a call came to: <paramref name="Fault"/> is null exactly when the connector said yes, and <paramref name="Body"/> is then what it said (an undefined element where it said nothing readable).</summary>
internal sealed record ConnectorAnswer(JsonElement Body, ConnectorFault? Fault)
{
    public static implicit operator ConnectorAnswer(ConnectorFault fault) => new(default, fault);

    /// <summary>The outcome of a post, which makes something.</summary>
    public DeliveryResult Posted() => Fault?.Delivery() ?? (Text("id") is { } id ? new Delivered(id) : new Uncertain("answer-without-id"));

    /// <summary>The outcome of a change: the connector may give the message another id, and mostly says nothing.</summary>
    public DeliveryResult Updated(string activityId) => Fault?.Delivery() ?? new Delivered(Text("id") ?? activityId);

    /// <summary>A text of the answer; null where there is none.</summary>
    public string? Text(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

/// <summary>Why a call did not do what it should. <paramref name="Error"/> is the connector's own word, or ours for what never became an answer; <paramref name="Wait"/> only when it must rest.</summary>
internal sealed record ConnectorFault(ConnectorErrorClass Class, string Error, TimeSpan Wait = default)
{
    public DeliveryResult Delivery() => Class switch
    {
        ConnectorErrorClass.Rate => new RetryAfter(Wait),
        ConnectorErrorClass.Transient => new Unavailable(Error),
        ConnectorErrorClass.Uncertain => new Uncertain(Error),
        ConnectorErrorClass.Token => new Gone(GoneScope.Credentials, Error),
        ConnectorErrorClass.NotInstalled => new Gone(GoneScope.Person, Reach.NotInstalled),
        ConnectorErrorClass.Blocked => new Gone(GoneScope.Person, Reach.Blocked),
        ConnectorErrorClass.SwitchedOff => new Gone(GoneScope.Installation, Error),
        ConnectorErrorClass.Stranger => new Gone(GoneScope.Person, Reach.Unknown),
        ConnectorErrorClass.OtherCloud => new Gone(GoneScope.Installation, Error),
        // Tried elsewhere before this is told: where no region takes it, it is this person who can't be reached.
        ConnectorErrorClass.OtherRegion => new Gone(GoneScope.Person, Reach.Forbidden),
        ConnectorErrorClass.Place => new Gone(GoneScope.Place, Error),
        ConnectorErrorClass.Ours => new Gone(GoneScope.Message, Error),
        _ => throw new InvalidOperationException($"A class without an outcome: {Class}."),
    };
}
