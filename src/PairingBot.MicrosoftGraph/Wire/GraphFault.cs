using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>Why a call did not do what it should, by the one table of outcomes.</summary>
/// <param name="Method">Which call.</param>
/// <param name="Status">Graph's answer; 0 when there was none.</param>
/// <param name="Code">Graph's own word, or ours for what never became an answer (connect, reset, time-out, not-json, a token's).</param>
internal sealed record GraphFault(GraphMethod Method, int Status, string Code)
{
    /// <summary>The request never reached Graph.</summary>
    public bool NeverSent { get; init; }

    /// <summary>What Graph asked us to wait.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>A policy of the company keeps the app from this person.</summary>
    public bool IsBlockedByPolicy { get; init; }

    public DeliveryResult Delivery() => Status switch
    {
        _ when NeverSent => new Unavailable(Code),
        401 or 403 => new Gone(GoneScope.Permission, Method.Permission),
        404 => new Gone(Method.Missing, Code),
        429 => new RetryAfter(Wait ?? RestTime.Unsaid),
        503 when Wait is { } wait => new RetryAfter(wait),
        >= 400 and < 500 and not 408 => new Gone(GoneScope.Message, Code),
        503 => new Unavailable(Code), // said before anything is done
        _ => Method.MayRepeat ? new Unavailable(Code) : new Uncertain(Code),
    };
}
