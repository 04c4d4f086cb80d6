namespace PairingBot.Domain.People;

/// <summary>Why somebody can't be written to, as platforms say it in <see cref="Chat.Gone.Reason"/>. Stored, for ever.</summary>
public static class Reach
{
    /// <summary>They have not added the bot, and it could not be added for them.</summary>
    public const string NotInstalled = "not-installed";

    /// <summary>They took it away.</summary>
    public const string Uninstalled = "uninstalled";

    /// <summary>They do not want to hear from it.</summary>
    public const string Blocked = "blocked";

    /// <summary>The company does not let them have it.</summary>
    public const string BlockedByPolicy = "blocked-by-policy";

    /// <summary>The platform refuses, and says no more.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The platform does not know them, as this bot names them.</summary>
    public const string Unknown = "unknown";

    /// <summary>Their whole workspace, one of several of an organization, has removed the bot.</summary>
    public const string Removed = "removed";

    public static bool IsOne(string reason) => reason is NotInstalled or Uninstalled or Blocked or BlockedByPolicy or Forbidden or Unknown;
}
