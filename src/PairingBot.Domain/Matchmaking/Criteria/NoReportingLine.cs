using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Never one's manager, in either direction; and where power would spoil the talk, nobody above or below in the whole line.</summary>
internal sealed class NoReportingLine : RequiredCriterion
{
    public override string Key => "no-reporting-line";

    public override string SitOutReason => SitOutReasons.ReportingLine;

    public override bool Forbids(in Fit fit) =>
        fit.Seeker.Manager == fit.Giver.Index || fit.Giver.Manager == fit.Seeker.Index
        || (fit.Type.StaysOutOfReportingLine && (fit.Seeker.Above.Contains(fit.Giver.Index) || fit.Giver.Above.Contains(fit.Seeker.Index)));

    public override string Explain(RosterEntry person, in Fit nearest) =>
        Texts.Plain("matching.reporting-line");
}
