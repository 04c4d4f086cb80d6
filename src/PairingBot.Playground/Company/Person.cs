namespace PairingBot.Playground.Company;

/// <summary>Somebody in the member list: a colleague, a guest, a bot, or one who has left.</summary>
public sealed record Person
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string RealName { get; init; }
    public string Title { get; init; } = "";
    public string Tz { get; init; } = "Europe/Berlin";
    public string Locale { get; init; } = "en-US";
    public bool IsAdmin { get; init; }
    public bool IsOwner { get; init; }
    public bool IsPrimaryOwner { get; init; }
    public bool IsRestricted { get; init; }
    public bool IsBot { get; init; }
    public bool Deleted { get; init; }

    /// <summary>Slackbot says of itself that it is no bot; only its id gives it away.</summary>
    public bool IsSlackbot => Id == "USLACKBOT";

    public bool IsHuman => !IsBot && !IsSlackbot;

    /// <summary>Whether a visitor can sit at this person's desk.</summary>
    public bool CanSignIn => IsHuman && !Deleted;
}
