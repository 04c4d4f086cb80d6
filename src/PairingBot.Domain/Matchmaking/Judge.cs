using PairingBot.Domain.Matchmaking.Criteria;

namespace PairingBot.Domain.Matchmaking;

/// <summary>Asks the criteria: may these two meet in this relationship, how good would it be, and which rules stand against it.</summary>
internal sealed class Judge(Roster roster)
{
    /// <summary>The best quality that a pair can have: 100 points of weight times a score of 100.</summary>
    public const int MostQuality = 10_000;

    private readonly int[][] weights = [.. roster.Types.Select(CriterionWeights.For)];
    private readonly int[][] ownParts = [.. Enumerable.Range(0, 2 * roster.Types.Count).Select(side => OwnParts(roster, side / 2, gives: side % 2 == 1))];

    public Fit FitOf(RosterEntry seeker, RosterEntry giver, int type, in PairFacts facts) => new(seeker, giver, roster.Types[type], type, facts);

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
        var own = weights[fit.TypeIndex];
        for (var i = 0; i < own.Length; i++)
        {
            if (CriterionCatalog.Weighted[i] is not PersonalCriterion) sum += own[i] * CriterionCatalog.Weighted[i].Score(fit);
        }

        return Math.Min(sum, MostQuality);
    }

    /// <summary>The points of quality that a person brings to every pair of this relationship: what <see cref="PersonalCriterion"/>s say of that side.</summary>
    public int OwnPart(int type, int person, bool gives) => ownParts[2 * type + (gives ? 1 : 0)][person];

    /// <summary>The two in this relationship, whether or not another would be better; null where one does not want it or a rule forbids it.</summary>
    public CandidatePair? In(int type, int seeker, int giver)
    {
        if (roster.Types[type].IsSymmetric && seeker > giver) (seeker, giver) = (giver, seeker);
        var fit = FitOf(roster.People[seeker], roster.People[giver], type);
        return fit.IsWanted && Allows(fit) ? new CandidatePair(seeker, giver, type, Quality(fit), fit.Facts.TimesMet > 0) : null;
    }

    /// <summary>The best relationship that both want; among equals the first of the catalogue, and the first in canonical order as seeker.</summary>
    public CandidatePair? Best(int one, int other) => Best(one, other, besides: false);

    /// <summary>The ways in which the two may be paired: the best one, and the best one besides another conversation of its giver.</summary>
    public IEnumerable<CandidatePair> Options(int one, int other)
    {
        if (Best(one, other, besides: false) is not { } best) yield break;

        yield return best;
        if (roster.HasExtraSeats && BestBesides(one, other) is { } second) yield return second;
    }

    /// <summary>The best in which a giver takes the other besides somebody else.</summary>
    public CandidatePair? BestBesides(int one, int other) => Best(one, other, besides: true);

    /// <summary>The true sentences in favour of a pair, most telling first: what is particular to them before what holds for most.</summary>
    public IEnumerable<(int Strength, bool IsGeneral, string Sentence)> Reasons(Fit fit)
    {
        for (var i = 0; i < CriterionCatalog.Weighted.Length; i++)
        {
            var criterion = CriterionCatalog.Weighted[i];
            if (criterion.Reason(fit) is { } sentence) yield return (weights[fit.TypeIndex][i] * criterion.Score(fit), criterion.IsGeneral, sentence);
        }
    }

    private CandidatePair? Best(int here, int there, bool besides)
    {
        var (one, other) = here < there ? (roster.People[here], roster.People[there]) : (roster.People[there], roster.People[here]);
        CandidatePair? best = null;
        PairFacts? known = null;
        for (var type = 0; type < roster.Types.Count; type++)
        {
            var sides = roster.Types[type].IsSymmetric ? besides ? 0 : 1 : 2;
            for (var side = 0; side < sides; side++)
            {
                var (seeker, giver) = side == 0 ? (one, other) : (other, one);
                if (seeker.Seeks(type) < 0 || giver.Offers(type) < 0 || (besides && roster.ExtraSeatsOf(giver) == 0)) continue;

                var fit = FitOf(seeker, giver, type, known ??= roster.PairFactsOf(one, other));
                if (!Allows(fit)) continue;

                var quality = Quality(fit);
                if (best is null || quality > best.Value.Quality) best = new CandidatePair(seeker.Index, giver.Index, type, quality, fit.Facts.TimesMet > 0, besides);
            }
        }

        return best;
    }

    private static int[] OwnParts(Roster roster, int type, bool gives)
    {
        var weights = CriterionWeights.For(roster.Types[type]);
        return Array.ConvertAll(roster.People, person => CriterionCatalog.Weighted.Select((criterion, i) => criterion is PersonalCriterion own ? weights[i] * own.Part(person, gives, type) : 0).Sum());
    }
}
