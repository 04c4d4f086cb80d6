using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Api;

/// <summary>What a call came to: <paramref name="Fault"/> is null exactly when <paramref name="Value"/> is there and Slack said ok.</summary>
internal sealed record SlackAnswer<T>(T? Value, SlackFault? Fault)
    where T : class
{
    public static implicit operator SlackAnswer<T>(SlackFault fault) => new(null, fault);

    /// <summary>The outcome for the outbox; <paramref name="id"/> picks what the vendor made.</summary>
    public DeliveryResult Delivery(Func<T, string?> id)
    {
        if (Fault is not null) return Fault.Delivery();
        return id(Value!) is { Length: > 0 } made ? new Delivered(made) : new Uncertain("answer-without-id");
    }
}

/// <summary>
/// Why a call did not do what it should. <paramref name="Error"/> is Slack's own word, or ours for what never became an answer
/// (connect, reset, time-out, http-503, not-json); <paramref name="Wait"/> only when it must rest.
/// </summary>
internal sealed record SlackFault(SlackErrorClass Class, string Error, TimeSpan Wait = default)
{
    /// <summary>The same call may be taken later.</summary>
    public bool MayPass => Class is SlackErrorClass.Rate or SlackErrorClass.Transient or SlackErrorClass.Uncertain;

    public DeliveryResult Delivery() => Class switch
    {
        SlackErrorClass.Rate => new RetryAfter(Wait),
        SlackErrorClass.Transient => new Unavailable(Error),
        SlackErrorClass.Uncertain => new Uncertain(Error),
        SlackErrorClass.Workspace when SlackErrors.IsDeadToken(Error) => new Gone(GoneScope.Credentials, Error),
        SlackErrorClass.Workspace when Error == "missing_scope" => new Gone(GoneScope.Permission, Error),
        SlackErrorClass.Workspace => new Gone(GoneScope.Installation, Error),
        SlackErrorClass.Person => new Gone(GoneScope.Person, Error),
        SlackErrorClass.Place => new Gone(GoneScope.Place, Error),
        SlackErrorClass.Ours => new Gone(GoneScope.Message, Error),
        _ => throw new InvalidOperationException($"A class without an outcome: {Class}."),
    };
}
