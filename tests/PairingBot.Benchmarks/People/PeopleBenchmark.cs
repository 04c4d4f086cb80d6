using System.Diagnostics;
using System.Globalization;
using PairingBot.Benchmarks.Engine;
using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Benchmarks.People;

/// <summary>
/// Whole rounds of a made-up company, from facts to reasons, proved over all pairs of people. Against the same round with every pair weighed (no search), where
/// that fits into memory: both must come to the same value.
/// </summary>
internal static class PeopleBenchmark
{
    private const int MostWeighedAll = 4_000;

    public static bool Run(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("The machine's measure: the solver alone, on a graph of 10,000.");
        EngineBenchmark.Run(["full"], [10_000], Against.BestAtHand);
        for (var i = 0; i < 12; i++) Matchmaker.Plan(Company.Of(1_000)); // the compiler optimizes what ran often; a real round is planned by a process that has run for days
        Console.WriteLine("| people | all pairs | weighed | pairings | left out | seconds | processor, s | every pair weighed, s | ratio | peak, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        return sizes.Aggregate(true, (holds, size) => Line(Company.Of(size)) && holds);
    }

    private static bool Line(RoundSnapshot snapshot)
    {
        var (plan, wall, processor) = Timed(() => Matchmaker.Plan(snapshot));
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        (PairingPlan Plan, double Wall, double)? all = snapshot.Candidates.Count <= MostWeighedAll ? Timed(() => Matchmaker.PlanFromAllPairs(snapshot)) : null;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {snapshot.Candidates.Count:N0} | {plan.Proof.PairsCovered:N0} | {plan.Proof.CandidatePairs:N0} | {plan.Pairings.Count:N0} | {plan.SitOuts.Count:N0} | {wall:0.00} | {processor:0.00} | {all?.Wall:0.00} | {all?.Wall / wall:0.0} | {peak:0} |"));
        return plan.Proof.Holds && (all is null || all.Value.Plan.Proof.Weight == plan.Proof.Weight);
    }

    private static (PairingPlan Plan, double Wall, double Processor) Timed(Func<PairingPlan> plan)
    {
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var made = plan();
        return (made, watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }
}
