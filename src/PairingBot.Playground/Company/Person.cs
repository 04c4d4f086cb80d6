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
    public bool IsUltraRestricted { get; init; }
    public bool IsBot { get; init; }
    public bool IsWorkflowBot { get; init; }
    public bool IsConnectorBot { get; init; }
    public bool IsStranger { get; init; }

    /// <summary>The workspace of somebody from elsewhere; null for our own.</summary>
    public string? TeamId { get; init; }

    /// <summary>profile.fields, as it comes; Slack leaves it out of lists and sends it with events.</summary>
    public System.Text.Json.JsonElement? Fields { get; init; }
    public bool Deleted { get; init; }

    /// <summary>Slackbot says of itself that it is no bot; only its id gives it away.</summary>
    public bool IsSlackbot => Id == "USLACKBOT";

    public bool IsHuman => !IsBot && !IsWorkflowBot && !IsConnectorBot && !IsSlackbot;

    /// <summary>Whether a visitor can sit at this person's desk.</summary>
    public bool CanSignIn => IsHuman && !Deleted && !IsStranger;
}
