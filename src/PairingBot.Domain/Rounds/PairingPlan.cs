namespace PairingBot.Domain.Rounds;

/// <summary>
/// What the matchmaker answers: who meets whom and why, who does not and why, and the proof that no better plan existed. A person may stand in several
/// pairings: in at most as many as their capacity, and in at most one of them as anything but the giver.
/// </summary>
public sealed record PairingPlan(IReadOnlyList<PlannedPairing> Pairings, IReadOnlyList<PlannedSitOut> SitOuts, PlanProof Proof)
{
    public int PeopleMet => Pairings.SelectMany(planned => planned.Members).Select(member => member.PersonId).Distinct().Count();
}

/// <summary>
/// A pair or, when somebody would be left over, a trio. <paramref name="Reasons"/>: the three strongest true ones (fewer when fewer are true), each a whole
/// sentence, strongest first. <paramref name="Members"/>: the seeker first where the relationship has sides.
/// </summary>
public sealed record PlannedPairing(string RelationshipType, IReadOnlyList<PlannedMember> Members, IReadOnlyList<string> Reasons, long Quality);

/// <summary><paramref name="Role"/> is a key of one of the relationship's roles.</summary>
public sealed record PlannedMember(Guid PersonId, string Role);

/// <summary>
/// Somebody whom the round leaves out: <paramref name="Reason"/> is the stored key of the binding rule ("no-partner-free", "nobody-allowed", "odd-one" …),
/// <paramref name="Explanation"/> says it to the person in a sentence or two, with what would change it.
/// </summary>
public sealed record PlannedSitOut(Guid PersonId, string Reason, string Explanation);

/// <summary>The certificate in short: the value of the matching, and that the dual solution proved it (a plan without a valid proof is never made).</summary>
public sealed record PlanProof(long Weight, int CandidatePairs, bool Holds);
