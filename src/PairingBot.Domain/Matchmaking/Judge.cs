using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Matchmaking;

/// <summary>Asks the criteria: may these two meet in this relationship, how good would it be, and which rules stand against it.</summary>
internal sealed class Judge(Roster roster)
{
    /// <summary>The best quality that a pair can have: 100 points of weight times a score of 100.</summary>
    public const int MostQuality = 10_000;

    private readonly RelationshipType[] types = [.. roster.Types];
    private readonly int[][] weights = [.. roster.Types.Select(CriterionWeights.For)];
    private readonly (WeightedCriterion Criterion, int Weight)[][] ofThePair = [.. roster.Types.Select(OfThePair)];
    private readonly int[][] ownParts = [.. Enumerable.Range(0, 2 * roster.Types.Count).Select(side => OwnParts(roster, side / 2, gives: side % 2 == 1))];

    public Fit FitOf(RosterEntry seeker, RosterEntry giver, int type, in PairFacts facts) => new(seeker, giver, types[type], type, facts);

    public Fit FitOf(RosterEntry seeker, RosterEntry giver, int type) => FitOf(seeker, giver, type, roster.PairFactsOf(seeker, giver));

    public static bool Allows(in Fit fit)
    {
        foreach (var rule in CriterionCatalog.Required)
        {
            if (rule.Forbids(fit)) return false;
        }

        return true;
    }

    /// <summary>Whether two who only sit at the same table may: all rules but the relationship's experience, which holds between seeker and giver.</summary>
    public static bool AllowsBeside(in Fit fit)
    {
        foreach (var rule in CriterionCatalog.Required)
        {
            if (rule is not RightExperience && rule.Forbids(fit)) return false;
        }

        return true;
    }

    public int Quality(in Fit fit)
    {
        var sum = OwnPart(fit.TypeIndex, fit.Seeker.Index, gives: false) + OwnPart(fit.TypeIndex, fit.Giver.Index, gives: true);
        foreach (var (criterion, weight) in ofThePair[fit.TypeIndex]) sum += weight * criterion.Score(fit);
        return Math.Min(sum, MostQuality);
    }

    /// <summary>The points of quality that a person brings to every pair of this relationship: what <see cref="PersonalCriterion"/>s say of that side.</summary>
    public int OwnPart(int type, int person, bool gives) => ownParts[2 * type + (gives ? 1 : 0)][person];

    /// <summary>The two in this relationship, whether or not another would be better; null where one does not want it or a rule forbids it.</summary>
    public CandidatePair? In(int type, int seeker, int giver)
    {
        if (types[type].IsSymmetric && seeker > giver) (seeker, giver) = (giver, seeker);
        var fit = FitOf(roster.People[seeker], roster.People[giver], type);
        return fit.IsWanted && Allows(fit) ? new CandidatePair(seeker, giver, (byte)type, (ushort)Quality(fit), fit.Facts.TimesMet > 0) : null;
    }

    /// <summary>The best relationship that both want; among equals the first of the catalogue, and the first in canonical order as seeker.</summary>
    public CandidatePair? Best(int one, int other)
    {
        if (one > other) (one, other) = (other, one);
        CandidatePair? best = null;
        PairFacts? known = null;
        for (var type = 0; type < types.Length; type++)
        {
            best = Better(best, type, one, other, ref known);
            if (!types[type].IsSymmetric) best = Better(best, type, other, one, ref known);
        }

        return best;
    }

    /// <summary>The best relationship in which this giver takes this seeker besides somebody else; null where they take no more than one.</summary>
    public CandidatePair? BestBesides(int seeker, int giver)
    {
        if (roster.ExtraSeatsOf(roster.People[giver]) == 0) return null;

        CandidatePair? best = null;
        PairFacts? known = null;
        for (var type = 0; type < types.Length; type++)
        {
            if (!types[type].IsSymmetric) best = Better(best, type, seeker, giver, ref known);
        }

        return best is { } pair ? pair with { IsBesides = true } : null;
    }

    /// <summary>Adds the ways in which the two may be paired: the best one, and with either as the giver besides somebody else.</summary>
    public void AddOptions(int one, int other, List<CandidatePair> options)
    {
        if (Best(one, other) is not { } best) return;

        options.Add(best);
        if (!roster.HasExtraSeats) return;

        if (BestBesides(one, other) is { } forth) options.Add(forth);
        if (BestBesides(other, one) is { } back) options.Add(back);
    }

    /// <summary>The true sentences in favour of a pair, most telling first: what is particular to them before what holds for most.</summary>
    public IEnumerable<(int Strength, bool IsGeneral, string Sentence)> Reasons(Fit fit)
    {
        for (var i = 0; i < CriterionCatalog.Weighted.Length; i++)
        {
            var criterion = CriterionCatalog.Weighted[i];
            if (criterion.Reason(fit) is { } sentence) yield return (weights[fit.TypeIndex][i] * criterion.Score(fit), criterion.IsGeneral, sentence);
        }
    }

    private CandidatePair? Better(CandidatePair? best, int type, int one, int other, ref PairFacts? known)
    {
        var (seeker, giver) = (roster.People[one], roster.People[other]);
        if (seeker.Seeks(type) < 0 || giver.Offers(type) < 0) return best;

        var fit = FitOf(seeker, giver, type, known ??= roster.PairFactsOf(seeker, giver));
        if (!Allows(fit)) return best;

        var quality = Quality(fit);
        return best is null || quality > best.Value.Quality ? new CandidatePair(one, other, (byte)type, (ushort)quality, fit.Facts.TimesMet > 0) : best;
    }

    private static (WeightedCriterion, int)[] OfThePair(RelationshipType type) =>
        [.. CriterionCatalog.Weighted.Zip(CriterionWeights.For(type)).Where(row => row.First is not PersonalCriterion)];

    private static int[] OwnParts(Roster roster, int type, bool gives)
    {
        var own = CriterionCatalog.Weighted.Zip(CriterionWeights.For(roster.Types[type])).Where(row => row.First is PersonalCriterion)
            .Select(row => (Criterion: (PersonalCriterion)row.First, Weight: row.Second)).ToList();
        return Array.ConvertAll(roster.People, person => own.Sum(row => row.Weight * row.Criterion.Part(person, gives, type)));
    }
}
