namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>
/// Brings round what somebody wishes for: a relationship that they have never had comes first, then the one that they had longest ago. Who gives has the full half, so that giving and meeting
/// as peers compare. Without it, whoever wishes for two relationships would get the dearer one each time.
/// </summary>
internal sealed class MissingRelationship : PersonalCriterion
{
    /// <summary>After so many rounds half of the want is back: a quarter of a year, week by week.</summary>
    private const int HalfLife = 13;

    public override string Key => "missing-relationship";

    public override int Part(RosterEntry person, bool gives, int typeIndex) =>
        (gives && !person.IsSymmetric(typeIndex)) || person.RoundsSinceHad(typeIndex) is not { } since ? MostOfOneSide : MostOfOneSide * since / (since + HalfLife);

    /// <summary>None: which relationships somebody has had is theirs to tell.</summary>
    public override string? Reason(in Fit fit) => null;
}
