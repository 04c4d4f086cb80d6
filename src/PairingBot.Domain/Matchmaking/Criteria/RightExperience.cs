using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>The relationship's own rule of experience.</summary>
internal sealed class RightExperience : RequiredCriterion
{
    public override string Key => "right-experience";

    public override string SitOutReason => SitOutReasons.NobodyFitting;

    public override bool Forbids(in Fit fit) => fit.Type.Forbids(fit.Seeker.Facts, fit.Giver.Facts) is not null;

    public override string Explain(RosterEntry person, in Fit nearest)
    {
        var unfit = nearest.Type.Forbids(nearest.Seeker.Facts, nearest.Giver.Facts)!;
        var needed = ReferenceEquals(person, nearest.Seeker) ? unfit.WhoWouldFit : unfit.WhoWouldFitGiver;
        return Texts.Plain("matching.nobody-fitting", ("who", needed));
    }
}
