using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// When somebody must meet the same person twice, if the same people go on taking part under the same rules. A round is fresh when it serves as many people as
/// any round can, with as few trios, and nobody at a table has met before. Two bounds, both true: up to before <paramref name="NotBefore"/> fresh rounds were
/// really planned, one after the other, with the seeds that they will have; and of the rounds up to <paramref name="AtLatest"/> at least one cannot be fresh, whatever the
/// plan (where the cool-down forbids the repeat, somebody is left out instead). If they are one number, it is exact.
/// </summary>
/// <param name="NotBefore">The first round that the plan did not find fresh, or did not look at.</param>
/// <param name="AtLatest">The round by which there is no way around it.</param>
/// <param name="Rule">What forces it: the key of a required criterion, or one of <see cref="Forecast"/>'s own words.</param>
/// <param name="AtLatestWithout">By which round it would be forced without that; for <see cref="ManyRules"/>, without any rule.</param>
/// <param name="IsPlannedThrough">Whether the planning went on until a repeat; else it stopped earlier, so as to answer soon.</param>
/// <param name="IsByPartners">Whether the latest round was found only by how many partners each has left, as for large programs.</param>
public sealed record Forecast(int NotBefore, int AtLatest, string Rule, int AtLatestWithout, bool IsPlannedThrough, bool IsByPartners)
{
    /// <summary>The pool is used up: everybody has met everybody, or nearly. More people would change it.</summary>
    public const string People = "people";

    /// <summary>Too few are ready for what the others look for.</summary>
    public const string Wishes = "wishes";

    /// <summary>No rule alone: only several together, or one that must not be named.</summary>
    public const string ManyRules = "many-rules";

    /// <summary>Beyond so many people nobody meets twice for years, and looking at all pairs would take too long to answer in a chat.</summary>
    public const int MostPeople = 2_000;

    private const int MostPeopleForFlow = 300;
    private const int PairsPlanned = 100_000;

    /// <returns>Null where there is nothing to foresee: nobody can meet, the program meets in groups, or it is beyond <see cref="MostPeople"/>.</returns>
    /// <param name="snapshot">The round from which to look ahead.</param>
    /// <param name="enough">Ends the planning ahead, with an answer from what was planned until then.</param>
    /// <param name="cancel">Ends it without an answer.</param>
    public static Forecast? Of(RoundSnapshot snapshot, CancellationToken enough = default, CancellationToken cancel = default)
    {
        var people = snapshot.Candidates.Count;
        if (people is < 2 or > MostPeople || snapshot.Rules.GroupSize > 2) return null;

        var ideal = FreshPlan.Ideal(snapshot);
        if (ideal.Served == 0) return null;

        var roster = new Roster(snapshot);
        var unmet = UnmetPairs.Of(roster, new Judge(roster), cancel);
        var seats = Array.ConvertAll(roster.People, person => 1 + roster.ExtraSeatsOf(person));
        var byFlow = people <= MostPeopleForFlow;
        var partners = unmet.PartnersWith(UnmetPairs.NothingLifted);
        var most = Most(partners, ideal.LeastTrios);
        int Most(int[][] lists, int leastTrios) => new FreshRounds(lists, seats, ideal, byFlow, cancel).Most(leastTrios);
        int MostWith(int lifted)
        {
            var more = unmet.PartnersWith(lifted);
            return more.Sum(list => list.Length) == partners.Sum(list => list.Length) ? most : Most(more, 0);
        }

        var (rule, without) = Binding(most, MostWith);
        var pairs = people * (people - 1L) / 2;
        var (planned, foundEnd) = FreshPlan.Rounds(snapshot, ideal, (int)Math.Clamp(PairsPlanned / pairs, 1, most + 1), enough, cancel);
        return new Forecast(
            snapshot.RoundNumber + planned, snapshot.RoundNumber + most, rule, snapshot.RoundNumber + without, foundEnd, !byFlow);
    }

    /// <summary>What, lifted alone, would put the repeat off longest.</summary>
    private static (string Rule, int Without) Binding(int most, Func<int, int> mostWith)
    {
        var candidates = CriterionCatalog.Required
            .Select((rule, index) => (rule.Key, Index: index, IsNamed: rule is not (CoolDown or DoNotMatch)))
            .Where(rule => rule.IsNamed).Select(rule => (rule.Key, Without: mostWith(rule.Index)))
            .Append((Key: Wishes, Without: mostWith(UnmetPairs.WishesLifted)));
        var best = candidates.MaxBy(candidate => candidate.Without);
        if (best.Without > most) return best;

        var free = mostWith(UnmetPairs.AllLifted);
        return free > most ? (ManyRules, free) : (People, most);
    }
}
