using System.Numerics;
using System.Runtime.InteropServices;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// A seeker looks at givers, a block at a time: with whom of them could more than so much be gained? One for each core. All numbers are those of <see cref="SeatPrices"/>.
/// </summary>
internal sealed class GlanceAtGivers(PairSearch search, RelationshipBounds bounds, SeatPrices? prices, PricedPeople seekers, PricedPeople givers)
{
    private readonly long point = DualSolution.Scale * search.Objective.Step;
    private readonly long mostOfTies = DualSolution.Scale * (long)search.Objective.Ties;
    private readonly WordBlocks blocks = givers.Blocks;
    private readonly ulong[] goals = new ulong[WordBlocks.GoalSteps];
    private readonly ulong[] skills = new ulong[WordBlocks.SkillSteps];
    private readonly Hit[] hits = new Hit[WordBlocks.Size];

    /// <summary>What two kinds can be to each other; null where a rule forbids it.</summary>
    public KindsMet? Meet(in PricedPeople.Kind here, in PricedPeople.Kind there)
    {
        var points = bounds.OfKinds(here.Example, there.Example);
        if (points < 0) return null;

        var worth = point * points - (here.IsCore && there.IsCore ? prices!.InCore : 0);
        var most = worth + point * (bounds.WordMatches(here.HasGoal, there.HasGoal)[0].Most + bounds.MostOfAllPlaces) + mostOfTies;
        return new KindsMet(worth, most, here.HasGoal, there.HasGoal);
    }

    /// <summary>Compares the seeker with a block by their words. To be done before <see cref="Look"/>.</summary>
    public void Compare(int place, int block) => blocks.Meet(seekers.Backgrounds[place].Person, block, bounds.IsSymmetric, goals, skills);

    /// <summary>Those givers of the run with whom the seeker gains more than <paramref name="least"/>, as far as can be told at a glance, and the most that it is.</summary>
    public ReadOnlySpan<Hit> Look(in KindsMet kinds, int place, in PricedPeople.Run givers, long least)
    {
        var first = givers.Start % WordBlocks.Size;
        var (count, left, block) = (0, Below(first + givers.End - givers.Start) & ~Below(first), givers.Start - first);
        foreach (ref readonly var match in bounds.WordMatches(kinds.SeekersHaveGoals, kinds.GiversHaveGoals))
        {
            var worth = kinds.Worth + point * match.Most - seekers.Prices[place];
            var reach = worth + point * bounds.MostOfAllPlaces + mostOfTies - least;
            if (Price(givers.Start) >= reach) break;

            var met = goals[match.Goals] & skills[match.Skills] & left;
            left &= ~met;
            for (; met != 0 && Price(block + BitOperations.TrailingZeroCount(met)) < reach; met &= met - 1)
                Add(place, block + BitOperations.TrailingZeroCount(met), worth, least, ref count);
        }

        return hits.AsSpan(0, count);
    }

    private void Add(int place, int giver, long worth, long least, ref int count)
    {
        ref readonly var here = ref seekers.Backgrounds[place];
        ref readonly var there = ref givers.Backgrounds[giver];
        var gain = worth - Price(giver) + point * bounds.OfPlaces(here, there);
        if (gain + mostOfTies <= least) return;

        gain += DualSolution.Scale * (long)search.Objective.TieOf(here.Person, there.Person);
        if (gain > least) hits[count++] = new Hit(there.Person, gain);
    }

    private long Price(int giver) => givers.Prices[giver];

    private static ulong Below(int count) => count >= WordBlocks.Size ? ulong.MaxValue : (1UL << count) - 1;
}

/// <summary>Two kinds that may meet: what any two of them are worth before prices and what words and places bring, and the most that it can be with those.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KindsMet(long Worth, long Most, bool SeekersHaveGoals, bool GiversHaveGoals);

/// <summary>Somebody worth asking about, and the most that is gained with them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(int Giver, long Gain);
