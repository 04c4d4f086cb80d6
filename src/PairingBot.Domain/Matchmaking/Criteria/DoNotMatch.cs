using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>
/// A silent wish never to be matched with somebody, in both directions; and a no to this very person, where both are asked. Its words are those of a round in which several rules come together
/// (<see cref="SitOutReasons.NobodyAllowed"/>), so that nobody can read from them that a wish exists.
/// </summary>
internal sealed class DoNotMatch : RequiredCriterion
{
    public override string Key => "do-not-match";

    public override string SitOutReason => SitOutReasons.NobodyAllowed;

    public override bool Forbids(in Fit fit) =>
        (fit.Seeker.Blocked.Count > 0 && fit.Seeker.Blocked.Contains(fit.Giver.Facts.PersonId))
        || (fit.Giver.Blocked.Count > 0 && fit.Giver.Blocked.Contains(fit.Seeker.Facts.PersonId))
        || (fit.Type.NeedsBothYes && (fit.Seeker.Declined.Contains(fit.Giver.Facts.PersonId) || fit.Giver.Declined.Contains(fit.Seeker.Facts.PersonId)));

    public override string Explain(RosterEntry person, in Fit nearest) => Texts.Plain("matching.nobody-allowed", ("change", Texts.Plain("matching.change.people", ("kind", false))));
}
