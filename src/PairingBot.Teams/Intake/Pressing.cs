using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Intake;

/// <summary>What a button of a card means: those of every platform, and the home, which elsewhere is a place of its own and here a card that shows itself anew.</summary>
internal static class Pressing
{
    public const string Home = "home";

    /// <summary>Null for a button of another version.</summary>
    public static Intent? Intent(CardPress? press) => press switch
    {
        null => null,
        { Action: Home } => new ShowHome(),
        _ => IntentReader.FromPress(press.Action, press.Argument),
    };

    /// <summary>Whether it does nothing but show something: a card that refreshes itself does so whenever somebody looks at it.</summary>
    public static bool OnlyShows(Intent intent) => intent is ShowHome or ShowHelp or ShowLearning or AskWhy;
}
