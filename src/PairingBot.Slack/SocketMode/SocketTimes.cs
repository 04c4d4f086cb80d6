namespace PairingBot.Slack.SocketMode;

/// <summary>How patient connections are. Fixed in production; tests have less time.</summary>
internal sealed record SocketTimes
{
    /// <summary>Nothing was heard for so long: Slack is asked for a sign of life.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>No sign of life for so long: the connection is dead, whatever the network says.</summary>
    public TimeSpan SilenceAfter { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan HelloWithin { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between attempts that only a person can make succeed: Socket Mode switched off, a token that is no good.</summary>
    public TimeSpan SlowPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A connection that held so long was a good one: the next failure is the first again.</summary>
    public TimeSpan Settled { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection that is replaced goes on until it has been quiet for so long: Slack may have sent something its way already.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan LongestLinger { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For what is still being answered when a connection is closed, and for the close itself.</summary>
    public TimeSpan CloseWithin { get; init; } = TimeSpan.FromSeconds(5);
}
