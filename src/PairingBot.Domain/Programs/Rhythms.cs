using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>
/// A person's own rhythm in words. It is stored in rounds ("every fourth"), and said in weeks or months as well, because nobody knows by heart how often the
/// program's rounds are: every second round of a program of two weeks is every four weeks.
/// </summary>
public static class Rhythms
{
    /// <summary>Every so many rounds.</summary>
    public static IReadOnlyList<int> All { get; } = [1, 2, 4];

    /// <summary>"Every second round (every 4 weeks)".</summary>
    public static string Label(Every program, int rounds) => Texts.Plain("rhythms.label", ("rounds", rounds), ("time", InTime(program, rounds)));

    public static string InWords(Every program, int rounds) => Texts.Plain("rhythms.in-words", ("rounds", rounds), ("time", InTime(program, rounds)));

    /// <summary>"every 4 weeks".</summary>
    public static string InTime(Every program, int rounds) => program == Every.Month
        ? Texts.Plain("rhythms.in-time", ("unit", "month"), ("count", rounds))
        : Texts.Plain("rhythms.in-time", ("unit", "week"), ("count", rounds * (int)program));
}
