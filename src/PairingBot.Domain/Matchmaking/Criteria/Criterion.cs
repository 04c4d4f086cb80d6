namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>
/// One consideration in pairing two people. It looks at nothing but the facts of the snapshot. To add one: a class beside the others, a line in
/// <see cref="CriterionCatalog"/>, and for a weighted one its weights in <see cref="CriterionWeights"/>.
/// </summary>
internal abstract class Criterion
{
    /// <summary>Kebab-case, for ever.</summary>
    public abstract string Key { get; }
}

/// <summary>A rule that no plan breaks.</summary>
internal abstract class RequiredCriterion : Criterion
{
    public abstract bool Forbids(in Fit fit);

    /// <summary>The stored reason of somebody whom this rule leaves alone; one of <see cref="SitOutReasons"/>.</summary>
    public abstract string SitOutReason { get; }

    /// <summary>
    /// Says to <paramref name="person"/>, whom this rule leaves alone, who would have been needed and what would change it. <paramref name="nearest"/> is somebody who
    /// failed only this rule; nothing that would tell who it is may be said.
    /// </summary>
    public abstract string Explain(RosterEntry person, in Fit nearest);
}

/// <summary>A matter of quality.</summary>
internal abstract class WeightedCriterion : Criterion
{
    /// <summary>True of most pairs, so it is given as a reason only after everything more particular.</summary>
    public virtual bool IsGeneral => false;

    /// <summary>0 to 100.</summary>
    public abstract int Score(in Fit fit);

    /// <summary>A true, whole sentence in favour of the two that both may read; null where there is none.</summary>
    public abstract string? Reason(in Fit fit);
}

/// <summary>A matter of quality that each of the two brings along, whoever the other is: half of the score is the seeker's, half the giver's.</summary>
internal abstract class PersonalCriterion : WeightedCriterion
{
    protected const int MostOfOneSide = 50;

    /// <summary>
    /// 0 to 50 for one side. <paramref name="gives"/>: as the giver; in a relationship without sides it must make no difference.
    /// </summary>
    public abstract int Part(RosterEntry person, bool gives, int typeIndex);

    public sealed override int Score(in Fit fit) => Part(fit.Seeker, false, fit.TypeIndex) + Part(fit.Giver, true, fit.TypeIndex);
}
