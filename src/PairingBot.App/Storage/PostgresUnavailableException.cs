namespace PairingBot.App.Storage;

/// <summary>The private PostgreSQL cannot run here. The message is one plain sentence that says what to do; show it as it is.</summary>
public sealed class PostgresUnavailableException : Exception
{
    public PostgresUnavailableException(string message) : base(message)
    {
    }

    public PostgresUnavailableException(string message, Exception cause) : base(message, cause)
    {
    }

    public PostgresUnavailableException()
    {
    }
}
