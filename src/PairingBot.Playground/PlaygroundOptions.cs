namespace PairingBot.Playground;

/// <summary>The settings, section <c>Playground</c>. Each has a default that fits the demo.</summary>
public sealed class PlaygroundOptions
{
    /// <summary>Where the bot listens. Default http://127.0.0.1:5080.</summary>
    public string BotUrl { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The secret that signs what is sent to the bot. Default playground-signing-secret.</summary>
    public string SigningSecret { get; set; } = "playground-signing-secret";

    /// <summary>The token that the bot must show. Default xoxb-playground.</summary>
    public string BotToken { get; set; } = "xoxb-playground";

    /// <summary>The app's id and secret, for a bot that is installed instead of given the token. Defaults playground-client and playground-client-secret.</summary>
    public string ClientId { get; set; } = "playground-client";

    /// <inheritdoc cref="ClientId"/>
    public string ClientSecret { get; set; } = "playground-client-secret";

    /// <summary>For how many seconds the token of an installation lasts before it has to be renewed. Default 0: for ever. At Slack 43200.</summary>
    public int TokenSeconds { get; set; }

    /// <summary>The app-level token with which a bot may connect in Socket Mode. Default xapp-playground.</summary>
    public string AppToken { get; set; } = "xapp-playground";

    /// <summary>Path of the company file. Default: deploy/demo-company.json, looked for upwards from the current folder.</summary>
    public string? Company { get; set; }

    /// <summary>The address under which the bot reaches this playground. Default: the first address it listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The slash command that the bot owns. Default /coffee.</summary>
    public string Command { get; set; } = "/coffee";

    /// <summary>How long Slack waits for an answer, in seconds. Default 3, as Slack.</summary>
    public double AnswerSeconds { get; set; } = 3;

    /// <summary>Whether Slack's rate limits are held to. Default no: the demo and the tests have no time for them.</summary>
    public bool EnforceLimits { get; set; }

    /// <summary>Pauses before the retries of an event, in seconds, comma-separated. Default 0,60,300, as Slack.</summary>
    public string EventRetrySeconds { get; set; } = "0,60,300";
}
