namespace PairingBot.Slack.Api;

/// <summary>Short words for what a network did; "connect" is the one after which nothing can have reached Slack.</summary>
internal static class NetworkWords
{
    public const string NeverSent = "connect";

    public static string For(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError => NeverSent,
        HttpRequestError.ConfigurationLimitExceeded => "answer-too-large",
        _ => "reset",
    };
}
