namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>
/// Overdue first: whoever has waited longer than their own rhythm asks, measured by that rhythm. Six rounds are a long wait for somebody who wants every
/// round, and half as long for somebody who wants every third. A first conversation is the most overdue of all.
/// </summary>
internal sealed class OwnRhythm : PersonalCriterion
{
    public override string Key => "own-rhythm";

    public override int Part(RosterEntry person, bool gives, int typeIndex)
    {
        if (person.Facts.RoundsSincePaired is not { } waited) return MostOfOneSide;

        var wanted = Math.Max(1, person.Facts.EveryRounds);
        return waited <= wanted ? 0 : MostOfOneSide * (waited - wanted) / waited;
    }

    /// <summary>None: how long somebody has waited is theirs to tell.</summary>
    public override string? Reason(in Fit fit) => null;
}
