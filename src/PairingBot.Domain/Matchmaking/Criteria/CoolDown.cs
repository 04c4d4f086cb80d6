using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>For so many rounds nobody meets the same person again.</summary>
internal sealed class CoolDown : RequiredCriterion
{
    public override string Key => "cool-down";

    public override string SitOutReason => SitOutReasons.CoolDown;

    public override bool Forbids(in Fit fit) => fit.Facts.RoundsSinceMet <= fit.Facts.CoolDownRounds;

    public override string Explain(RosterEntry person, in Fit nearest) =>
        Texts.Plain("matching.cool-down");
}
