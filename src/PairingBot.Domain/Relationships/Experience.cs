using System.Runtime.InteropServices;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Relationships;

/// <summary>How far the giver is ahead of the seeker, as far as both have told. Negative: the seeker is ahead. Null: one of them has not told.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Experience(int? Levels, int? Years)
{
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static Experience Ahead(Candidate seeker, Candidate giver) =>
        new(giver.Level - seeker.Level, giver.YearsOfExperience - seeker.YearsOfExperience);

    /// <summary>"one year", "eight years", "23 years".</summary>
    public static string Count(int number, string unit) =>
        $"{(number < Small.Length ? Small[number] : number)} {unit}{(number == 1 ? "" : "s")}";

    /// <summary>100 from <paramref name="from"/> to <paramref name="to"/>, and <paramref name="perStep"/> less for each step outside.</summary>
    public static int Around(int value, int from, int to, int perStep) =>
        Math.Max(0, 100 - perStep * (value < from ? from - value : Math.Max(0, value - to)));

    /// <summary>The mean of what is known; 50 when nothing is.</summary>
    public static int Mean(int? one, int? other) => one is null && other is null ? 50 : ((one ?? other)!.Value + (other ?? one)!.Value) / 2;
}
