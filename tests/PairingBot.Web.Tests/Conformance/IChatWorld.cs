using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Conformance;

/// <summary>
/// A chat platform as people have it, around the bot as a process: what the conformance suite needs of it, and nothing that only one platform has. People are "ana", who may run the program, "ben" and "cem".
/// </summary>
internal interface IChatWorld : IAsyncDisposable
{
    BotTown Town { get; }

    /// <summary>Kills the bot where it stands, and starts it anew.</summary>
    Task KillAndStartAsync();

    Task SayAsync(string who, string words);

    /// <summary>The newest button of this name before the person's eyes; the form that opens stays open.</summary>
    Task PressAsync(string who, string label);

    /// <summary>Opens a form by the platform's shortest way to it.</summary>
    Task OpenFormAsync(string who, string word);

    /// <summary>Fills in the form that is open, by its labels, and sends it.</summary>
    Task SendFormAsync(string who, params (string Label, string Value)[] answers);

    /// <summary>Everything that is to be read in the form that is open, what stands in its fields included; null when none is.</summary>
    Task<string?> FormAsync(string who);

    /// <summary>What stands before the person's eyes, a message a text, oldest first; their own words are not among them.</summary>
    Task<IReadOnlyList<string>> ReadAsync(string who);

    /// <summary>Says something twice, as a platform does that did not hear the answer: the same delivery under the same id.</summary>
    Task SayTwiceAsync(string who, string words);

    /// <summary>Somebody who is not the platform sends what the platform sends. The status that comes back.</summary>
    Task<int> ForgeAsync(string who, string words);

    /// <summary>The next calls that post go wrong.</summary>
    Task TroubleAsync(Trouble trouble, int times);

    /// <summary>The person can't be written to any more, and the platform says so.</summary>
    Task LoseAsync(string who);
}

internal enum Trouble
{
    /// <summary>Not now, but in a second.</summary>
    AskedToWait,

    /// <summary>The connection ends before anything was done.</summary>
    NeverArrived,

    /// <summary>It was done, and the connection ends without an answer.</summary>
    LostAnswer,

    /// <summary>The platform has trouble of its own.</summary>
    Down,
}
