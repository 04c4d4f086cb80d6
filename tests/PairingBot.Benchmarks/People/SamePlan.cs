using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Benchmarks.People;

/// <summary>The same round planned by processes that differ in all that must not matter: cores, collector, compiler, vector width, language. Each prints a fingerprint of its plan, words included.</summary>
internal static class SamePlan
{
    private static readonly (string Name, string Value)[][] Machines =
    [
        [],
        [("DOTNET_PROCESSOR_COUNT", "1"), ("LANG", "tr_TR.UTF-8")],
        [("DOTNET_PROCESSOR_COUNT", "16"), ("DOTNET_gcServer", "1"), ("LANG", "ar_EG.UTF-8")],
        [("DOTNET_TieredCompilation", "0"), ("LANG", "fa_IR.UTF-8")],
        [("DOTNET_TieredPGO", "0"), ("DOTNET_EnableAVX", "0"), ("LANG", "de_DE.UTF-8")],
    ];

    public static bool Run(int size)
    {
        var prints = new HashSet<string>(StringComparer.Ordinal);
        foreach (var machine in Machines)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["fingerprint", size.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var (name, value) in machine) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var print = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            prints.Add(process.ExitCode == 0 ? print : $"exit code {process.ExitCode}");
            Console.WriteLine($"{print}  {string.Join(' ', machine.Select(setting => $"{setting.Name}={setting.Value}"))}");
        }

        return prints.Count == 1;
    }

    /// <summary>Everything that a plan says.</summary>
    public static string FingerprintOf(int size)
    {
        if (Environment.GetEnvironmentVariable("LANG") is [_, _, '_', ..] language) CultureInfo.CurrentCulture = new CultureInfo(language[..5].Replace('_', '-'));
        var plan = Matchmaker.Plan(Company.Of(size));
        var said = plan.Pairings.Select(Said).Concat(plan.SitOuts.Select(sitOut => $"{sitOut.PersonId} {sitOut.Reason} {sitOut.Explanation}")).Append(string.Join(' ', plan.Proof.Certificate!.SeatPrices));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said))));
    }

    private static string Said(PlannedPairing pairing) =>
        FormattableString.Invariant($"{pairing.RelationshipType} {pairing.Quality} {string.Join(' ', pairing.Members.Select(member => $"{member.PersonId}/{member.Role}"))} {string.Join(' ', pairing.Reasons)}");
}
