using System.Globalization;
using PairingBot.Benchmarks.Engine;

namespace PairingBot.Benchmarks;

/// <summary><c>engine [family]… [size]… [--alone]</c>: the matching engine, by default all families at 1,000, 10,000 and 100,000 vertices
/// against LEMON; <c>--alone</c> leaves LEMON out.</summary>
internal static class BenchmarksMain
{
    public static int Main(string[] args)
    {
        if (args is not ["engine", .. var rest])
        {
            Console.Error.WriteLine("Usage: engine [family]... [size]... [--alone]");
            return 2;
        }

        var sizes = rest.Where(arg => char.IsAsciiDigit(arg[0])).Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).ToArray();
        var families = rest.Where(arg => char.IsAsciiLetter(arg[0])).ToArray();
        return EngineBenchmark.Run(families, sizes.Length > 0 ? sizes : [1_000, 10_000, 100_000], !rest.Contains("--alone")) ? 0 : 1;
    }
}
