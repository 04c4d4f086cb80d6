namespace PairingBot.Slack.Blocks;

/// <summary>
/// Block Kit's limits. Slack counts characters; we count UTF-16 units, of which there are never fewer, so that we stay below whichever way it counts.
/// </summary>
internal static class SlackLimits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;

    /// <summary>3,000 at Slack; some room, because it counts what escapes become as well.</summary>
    public const int Section = 2900;

    /// <summary>Advised for the text of a message; chat.update refuses more.</summary>
    public const int MessageText = 3900;

    public const int Header = 150;
    public const int Button = 75;
    public const int ButtonValue = 2000;
    public const int ButtonsInRow = 5;
    public const int ViewTitle = 24;
    public const int Label = 2000;
    public const int Placeholder = 150;
    public const int Option = 75;
    public const int Options = 100;
    public const int Checkboxes = 10;
    public const int Input = 3000;
    public const int ConfirmTitle = 100;
    public const int ConfirmText = 300;
    public const int ConfirmButton = 30;
}
