using System.Numerics;
using System.Runtime.InteropServices;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// One relationship's seekers look at givers, a block at a time: who of them could gain more than so much with this seeker? All numbers are those of <see cref="SeatPrices"/>.
/// </summary>
internal sealed class GlanceAtGivers(PairSearch search, RelationshipBounds bounds, SeatPrices? prices, PricedPeople seekers, PricedPeople givers)
{
    private readonly long point = DualSolution.Scale * search.Objective.Step;
    private readonly long mostOfTies = DualSolution.Scale * (long)search.Objective.Ties;
    private readonly WordBlocks blocks = givers.Blocks;

    /// <summary>What two kinds can be to each other; null where a rule forbids it.</summary>
    public KindsMet? Meet(in PricedPeople.Kind here, in PricedPeople.Kind there)
    {
        var points = bounds.OfKinds(here.Experience, there.Experience, here.Hours, there.Hours);
        if (points < 0) return null;

        var worth = point * points - (here.IsCore && there.IsCore ? prices!.InCore : 0);
        return new KindsMet(here, there, worth, worth + point * (bounds.WordMatches(here.HasGoal, there.HasGoal)[0].Most + bounds.MostOfAllPlaces) + mostOfTies);
    }

    /// <summary>Those givers of the block with whom the seeker gains more than <paramref name="least"/>, as far as can be told at a glance, and the most that it is.</summary>
    /// <param name="kinds">The seeker's kind and the givers'.</param>
    /// <param name="place">The seeker's.</param>
    /// <param name="block">One of the givers' kind.</param>
    /// <param name="from">Givers before this place are left out.</param>
    /// <param name="least">What must be gained.</param>
    /// <param name="hits">Room for as many as a block holds.</param>
    public int Look(in KindsMet kinds, int place, int block, int from, long least, Span<Hit> hits)
    {
        var (start, end) = kinds.There.PlacesOf(block);
        ref readonly var seeker = ref seekers.Backgrounds[place];
        Span<ulong> goals = stackalloc ulong[WordBlocks.GoalSteps];
        Span<ulong> skills = stackalloc ulong[WordBlocks.SkillSteps];
        blocks.Meet(seeker.Person, block, bounds.IsSymmetric, goals, skills);
        var (count, left) = (0, First(end - start) & ~First(Math.Max(0, from - start)));
        foreach (ref readonly var match in bounds.WordMatches(kinds.Here.HasGoal, kinds.There.HasGoal))
        {
            var worth = kinds.Worth + point * match.Most - seekers.Prices[place];
            var mostPrice = worth + point * bounds.MostOfAllPlaces + mostOfTies - least;
            if (givers.Prices[start] >= mostPrice) break;

            var met = goals[match.Goals] & skills[match.Skills] & left;
            left &= ~met;
            for (; met != 0; met &= met - 1)
            {
                var giver = start + BitOperations.TrailingZeroCount(met);
                if (givers.Prices[giver] >= mostPrice) break;

                ref readonly var other = ref givers.Backgrounds[giver];
                var gain = worth - givers.Prices[giver] + point * bounds.OfPlaces(seeker, other);
                if (gain + mostOfTies <= least) continue;

                gain += DualSolution.Scale * (long)search.Objective.TieOf(seeker.Person, other.Person);
                if (gain > least) hits[count++] = new Hit(other.Person, gain);
            }
        }

        return count;
    }

    private static ulong First(int count) => count >= WordBlocks.Size ? ulong.MaxValue : (1UL << count) - 1;
}

/// <summary>Two kinds that may meet: what any two of them are worth before prices and what words and places bring, and the most that it can be with those.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KindsMet(PricedPeople.Kind Here, PricedPeople.Kind There, long Worth, long Most);

/// <summary>Somebody worth asking about, and the most that is gained with them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(int Giver, long Gain);
