using System.Net.Http.Headers;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>How long Graph asks us to rest, by its Retry-After header.</summary>
internal static class RestTime
{
    public static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);

    /// <summary>Seconds come rounded, and "0" at once again would be a storm.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <returns>Null when nothing is said of it.</returns>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now) => Of(response.Headers.RetryAfter, now);

    /// <summary>The same for an answer within another.</summary>
    public static TimeSpan? Of(string? header, DateTimeOffset now) => Of(RetryConditionHeaderValue.TryParse(header, out var said) ? said : null, now);

    private static TimeSpan? Of(RetryConditionHeaderValue? said, DateTimeOffset now)
    {
        var wait = said?.Delta ?? (said?.Date is { } date ? date - now : null);
        return wait is null || wait > Least ? wait : Least;
    }
}
