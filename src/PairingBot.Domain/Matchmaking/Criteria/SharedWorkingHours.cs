using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>At least an hour in which both work, on the day of the snapshot. Hours that somebody has not told forbid nothing.</summary>
internal sealed class SharedWorkingHours : RequiredCriterion
{
    private const int LeastMinutes = 60;

    public override string Key => "shared-working-hours";

    public override string SitOutReason => SitOutReasons.NoSharedHours;

    public override bool Forbids(in Fit fit) => fit.Facts.SharedMinutes < LeastMinutes;

    public override string Explain(RosterEntry person, in Fit nearest) =>
        Texts.Plain("matching.no-shared-hours");
}
