namespace PairingBot.App.Storage;

/// <summary>How the private PostgreSQL is tuned. The defaults are the product's.</summary>
public sealed record PrivatePostgresSettings
{
    /// <summary>Default true: what was committed survives a power cut. False is for tests, whose data are thrown away.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Default 100, as PostgreSQL's own.</summary>
    public int MaxConnections { get; init; } = 100;
}
