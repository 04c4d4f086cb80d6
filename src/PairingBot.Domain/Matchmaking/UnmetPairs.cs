using System.Numerics;
using PairingBot.Domain.Matchmaking.Criteria;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Any two people who have not met in this program, and what stands between them: nothing, one rule alone, or more. The cool-down is left aside, for it
/// speaks of people who have met.
/// </summary>
internal sealed class UnmetPairs
{
    /// <summary>With every rule kept.</summary>
    public const int NothingLifted = 30;

    /// <summary>If everybody were ready for every conversation of the program.</summary>
    public const int WishesLifted = 29;

    /// <summary>If there were no rules at all.</summary>
    public const int AllLifted = 31;

    private readonly uint[][] rows;

    private UnmetPairs(uint[][] rows) => this.rows = rows;

    public static UnmetPairs Of(Roster roster, Judge judge, CancellationToken cancel)
    {
        var all = new uint[roster.Count][];
        Parallel.For(0, roster.Count, new ParallelOptions { CancellationToken = cancel }, one =>
        {
            var row = new uint[roster.Count - one - 1];
            for (var other = one + 1; other < roster.Count; other++) row[other - one - 1] = Between(roster, judge, roster.People[one], roster.People[other]);
            all[one] = row;
        });
        return new UnmetPairs(all);
    }

    /// <summary>For each person, whom they could still meet for the first time if that were lifted (an index of the required criteria, or a constant above).</summary>
    public int[][] PartnersWith(int lifted)
    {
        var partners = new List<int>[rows.Length];
        for (var one = 0; one < rows.Length; one++) partners[one] = [];
        for (var one = 0; one < rows.Length; one++)
        {
            for (var at = 0; at < rows[one].Length; at++)
            {
                if ((rows[one][at] & (1u << lifted)) == 0) continue;

                partners[one].Add(one + 1 + at);
                partners[one + 1 + at].Add(one);
            }
        }

        return [.. partners.Select(list => list.ToArray())];
    }

    /// <summary>The bits of what, lifted alone, would let the two meet; none if they have met.</summary>
    private static uint Between(Roster roster, Judge judge, RosterEntry one, RosterEntry other)
    {
        var facts = roster.PairFactsOf(one, other);
        if (facts.TimesMet > 0) return 0;

        var open = 1u << AllLifted;
        for (var type = 0; type < roster.Types.Count; type++)
        {
            open |= OpenFor(judge.FitOf(one, other, type, facts));
            if (!roster.Types[type].IsSymmetric) open |= OpenFor(judge.FitOf(other, one, type, facts));
        }

        return open;
    }

    private static uint OpenFor(in Fit fit)
    {
        var against = fit.IsWanted ? 0u : 1u << WishesLifted;
        for (var rule = 0; rule < CriterionCatalog.Required.Length; rule++)
        {
            if (CriterionCatalog.Required[rule] is not CoolDown && CriterionCatalog.Required[rule].Forbids(fit)) against |= 1u << rule;
        }

        return BitOperations.PopCount(against) switch
        {
            0 => uint.MaxValue,
            1 => against,
            _ => 0,
        };
    }
}
