namespace PairingBot.Slack.Api;

/// <summary>How long Slack asks us to rest, by its Retry-After header.</summary>
internal static class RestTime
{
    /// <summary>Slack always sends the header; a proxy that answers 429 for it may not.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);

    /// <summary>Seconds come rounded, and "0" at once again would be a storm.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>Slack never asks for more than minutes; whatever asks for a year must not be believed so long.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromHours(1);

    public static TimeSpan Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var said = response.Headers.RetryAfter;
        var wait = said?.Delta ?? (said?.Date is { } date ? date - now : Unsaid);
        return wait < Least ? Least : wait > Most ? Most : wait;
    }
}
