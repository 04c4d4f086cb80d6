using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Turns the snapshot of a round into its plan: who meets whom, in which relationship and why; who does not, and why. Pure: the same snapshot gives the same
/// plan on any machine. Hard rules first; then, in strict order, most people, those left out longest, fewest trios, fewest repeats, best quality (see <see cref="Objective"/>).
/// </summary>
public static class Matchmaker
{
    public static PairingPlan Plan(RoundSnapshot snapshot) => new Planning(new Roster(snapshot)).Plan();

    /// <summary>The same plan the long way: every pair is weighed and none searched for. To compare with.</summary>
    public static PairingPlan PlanFromAllPairs(RoundSnapshot snapshot) => new Planning(new Roster(snapshot)) { MostWeighedAll = int.MaxValue }.Plan();

    /// <summary>
    /// Somebody left or joined after the plan was made: the best plan for those who are there now, of those that keep the most pairs. The search begins at the
    /// earlier plan and its certificate, so little is left to do where little has changed.
    /// </summary>
    /// <param name="earlier">What the earlier plan was made from.</param>
    /// <param name="plan">The earlier plan.</param>
    /// <param name="now">The same round with the people of today.</param>
    public static PlanChange Replan(RoundSnapshot earlier, PairingPlan plan, RoundSnapshot now)
    {
        var again = new Planning(new Roster(now)) { Earlier = new EarlierPlan(new Roster(earlier), plan) }.Plan();
        var (before, after) = (plan.Pairings.ToLookup(Key), again.Pairings.Select(Key).ToHashSet());
        return new PlanChange(
            again,
            [.. again.Pairings.Where(pairing => before.Contains(Key(pairing)))],
            [.. plan.Pairings.Where(pairing => !after.Contains(Key(pairing)))],
            [.. again.Pairings.Where(pairing => !before.Contains(Key(pairing)))]);
    }

    private static string Key(PlannedPairing pairing) => pairing.RelationshipType + string.Concat(pairing.Members.Select(member => $" {member.PersonId:N} {member.Role}").Order(StringComparer.Ordinal));
}
