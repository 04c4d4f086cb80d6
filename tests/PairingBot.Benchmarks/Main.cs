using System.Globalization;
using PairingBot.Benchmarks.Engine;
using PairingBot.Benchmarks.People;

namespace PairingBot.Benchmarks;

/// <summary><c>engine [family]… [size]… [--alone | --simple]</c>: the matching engine, by default all families at 1,000, 10,000 and 100,000
/// vertices against LEMON, or against our simple version where LEMON cannot be built or <c>--simple</c> asks for it (then small sizes only
/// have a ratio); <c>--alone</c> compares with nothing. <c>people [size]…</c>: whole rounds, proved over all pairs; <c>same SIZE</c>: one of them by processes that differ in all that must not matter. <c>write FAMILY SIZE FILE</c> and then <c>memory FILE</c>: its greatest memory.</summary>
internal static class BenchmarksMain
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["engine", .. var rest]:
                return Engine(rest) ? 0 : 1;
            case ["people", .. var sizes]:
                return PeopleBenchmark.Run(sizes.Length > 0 ? [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [1_000, 10_000, 100_000]) ? 0 : 1;
            case ["same", var size]:
                return SamePlan.Run(int.Parse(size, CultureInfo.InvariantCulture)) ? 0 : 1;
            case ["fingerprint", var size]:
                Console.WriteLine(SamePlan.FingerprintOf(int.Parse(size, CultureInfo.InvariantCulture)));
                return 0;
            case ["write", var family, var size, var path]:
                MemoryBenchmark.Write(family, int.Parse(size, CultureInfo.InvariantCulture), path);
                return 0;
            case ["memory", var path]:
                return MemoryBenchmark.Measure(path) ? 0 : 1;
            default:
                Console.Error.WriteLine("Usage: engine [FAMILY]... [SIZE]... [--alone | --simple] | people [SIZE]... | same SIZE | write FAMILY SIZE FILE | memory FILE");
                return 2;
        }
    }

    private static bool Engine(string[] words)
    {
        var sizes = words.Where(word => char.IsAsciiDigit(word[0])).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var against = words.Contains("--alone") ? Against.Nothing : words.Contains("--simple") ? Against.Simple : Against.BestAtHand;
        var families = words.Where(word => char.IsAsciiLetter(word[0])).ToArray();
        return EngineBenchmark.Run(families, sizes.Length > 0 ? sizes : [1_000, 10_000, 100_000], against);
    }
}
