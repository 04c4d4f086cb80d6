using System.Globalization;

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
    public static string Label(Every program, int rounds)
    {
        var words = InWords(program, rounds);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string InWords(Every program, int rounds) => $"{InRounds(rounds)} ({InTime(program, rounds)})";

    /// <summary>"every 4 weeks".</summary>
    public static string InTime(Every program, int rounds)
    {
        var (unit, count) = program == Every.Month ? ("month", rounds) : ("week", rounds * (int)program);
        return count == 1 ? $"every {unit}" : string.Create(CultureInfo.InvariantCulture, $"every {count} {unit}s");
    }

    private static string InRounds(int rounds) => rounds switch { 1 => "every round", 2 => "every second round", _ => "every fourth round" };
}
