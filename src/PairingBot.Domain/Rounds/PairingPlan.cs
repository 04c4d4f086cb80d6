using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Rounds;

/// <summary>
/// What the matchmaker answers: who meets whom and why, who does not and why, and the proof that no better plan existed. A person may stand in several
/// pairings: in at most as many as their capacity, and in at most one of them as anything but the giver.
/// </summary>
public sealed record PairingPlan(IReadOnlyList<PlannedPairing> Pairings, IReadOnlyList<PlannedSitOut> SitOuts, PlanProof Proof)
{
    public int PeopleMet => Pairings.SelectMany(planned => planned.Members).Select(member => member.PersonId).Distinct().Count();

    /// <summary>Without those that come to be only when their people say yes: what can be spoken of before.</summary>
    public PairingPlan Certain() => this with { Pairings = [.. Pairings.Where(planned => !planned.NeedsBothYes)] };
}

/// <summary>
/// A pair or, when somebody would be left over, a trio. <paramref name="Reasons"/>: the three strongest true ones (fewer when fewer are true), each a whole
/// sentence, strongest first. <paramref name="Members"/>: the seeker first where the relationship has sides.
/// </summary>
public sealed record PlannedPairing(string RelationshipType, IReadOnlyList<PlannedMember> Members, IReadOnlyList<string> Reasons, long Quality)
{
    /// <summary>Whether its people are asked before anything is opened between them.</summary>
    public bool NeedsBothYes => RelationshipCatalog.Find(RelationshipType) is { NeedsBothYes: true };

    /// <summary>Who meets whom if it comes to be in this round: each two of them.</summary>
    public IEnumerable<PastMeeting> MeetingsIn(int round) =>
        from one in Members from other in Members where one.PersonId < other.PersonId select new PastMeeting(one.PersonId, other.PersonId, round);
}

/// <summary><paramref name="Role"/> is a key of one of the relationship's roles.</summary>
public sealed record PlannedMember(Guid PersonId, string Role);

/// <summary>
/// Somebody whom the round leaves out: <paramref name="Reason"/> is the stored key of the binding rule ("no-partner-free", "nobody-allowed", "odd-one" …),
/// <paramref name="Explanation"/> says it to the person in a sentence or two, with what would change it.
/// </summary>
public sealed record PlannedSitOut(Guid PersonId, string Reason, string Explanation);

/// <summary>
/// The certificate in short: the value of the matching, how many pairs the solver was given, and that its dual solution proved the plan (one without a valid
/// proof is never made). <paramref name="PairsCovered"/>: how many pairs of people the proof speaks of; all there are, also those the solver never saw.
/// <paramref name="Groups"/>: for a round in groups, where the proof is of the pairs that it started from, how far the plan is from the best at most.
/// </summary>
public sealed record PlanProof(Int128 Weight, int CandidatePairs, bool Holds, long PairsCovered = 0, PlanCertificate? Certificate = null, GroupGap? Groups = null);

/// <summary>
/// The dual solution that proves a plan, as the solver's <see cref="Matching.DualSolution"/> has it: a price for each seat (everybody's own in canonical order, then the extra
/// ones of givers, then, in a round with trios, a third one of each), and for the odd sets of seats their price and the next set around. -1 where there is none.
/// </summary>
public sealed record PlanCertificate(IReadOnlyList<long> SeatPrices, IReadOnlyList<int> SetsOfSeats, IReadOnlyList<int> SetsAround, IReadOnlyList<long> SetPrices);

/// <summary>
/// A plan made again because somebody left or joined. <paramref name="Kept"/>, <paramref name="Ended"/> and <paramref name="Begun"/>: which pairings stay, which there are no longer,
/// which are new. As few as possible end: only to serve more people, those left out longest, or with fewer trios.
/// </summary>
public sealed record PlanChange(PairingPlan Plan, IReadOnlyList<PlannedPairing> Kept, IReadOnlyList<PlannedPairing> Ended, IReadOnlyList<PlannedPairing> Begun);

/// <summary>
/// A plan in groups beside what no plan in groups can exceed: people served, and quality (each person counts the mean quality of their table's conversations).
/// </summary>
public sealed record GroupGap(int Served, int ServedAtMost, long Quality, long QualityAtMost)
{
    /// <summary>The share of the highest thinkable quality that the plan may lack, in percent; 0 is proved best.</summary>
    public int QualityGapPercent => QualityAtMost == 0 ? 0 : (int)((100 * (QualityAtMost - Quality) + QualityAtMost - 1) / QualityAtMost);
}
