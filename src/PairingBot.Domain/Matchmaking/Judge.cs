using PairingBot.Domain.Matchmaking.Criteria;

namespace PairingBot.Domain.Matchmaking;

/// <summary>Asks the criteria: may these two meet in this relationship, how good would it be, and which rules stand against it.</summary>
internal sealed class Judge(Roster roster)
{
    /// <summary>The best quality that a pair can have: 100 points of weight times a score of 100.</summary>
    public const int MostQuality = 10_000;

    private readonly int[][] weights = [.. roster.Types.Select(CriterionWeights.For)];

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
        var (sum, own) = (0, weights[fit.TypeIndex]);
        for (var i = 0; i < own.Length; i++) sum += own[i] * CriterionCatalog.Weighted[i].Score(fit);
        return Math.Min(sum, MostQuality);
    }

    /// <summary>The true sentences in favour of a pair, most telling first: what is particular to them before what holds for most.</summary>
    public IEnumerable<(int Strength, bool IsGeneral, string Sentence)> Reasons(Fit fit)
    {
        for (var i = 0; i < CriterionCatalog.Weighted.Count; i++)
        {
            var criterion = CriterionCatalog.Weighted[i];
            if (criterion.Reason(fit) is { } sentence) yield return (weights[fit.TypeIndex][i] * criterion.Score(fit), criterion.IsGeneral, sentence);
        }
    }
}
