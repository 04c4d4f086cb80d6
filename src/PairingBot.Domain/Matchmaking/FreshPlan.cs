using PairingBot.Domain.Rounds;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>What a round is at best when nobody has met yet, and rounds planned ahead for as long as they are like that.</summary>
internal sealed record FreshPlan(int Served, int LeastTrios, int MostTrios)
{
    public static FreshPlan Ideal(RoundSnapshot snapshot)
    {
        var strangers = snapshot with { History = [], Candidates = [.. snapshot.Candidates.Select(person => person with { TimesLeftOut = 0 })] };
        var plan = Matchmaker.Plan(strangers);
        var served = ServedBy(plan);
        var trios = plan.Pairings.Count(pairing => pairing.Members.Count > 2);
        if (trios == 0) return new FreshPlan(served, 0, 0);

        // Taking a guest from each trio leaves pairs; so there are at least as many trios as pairs alone serve people fewer. Where all who can be served are, each
        // round serves the same people, so none needs more trios than this one; else a later round may serve others.
        var roster = new Roster(strangers);
        var pairs = new CandidatePairs(roster, new Judge(roster));
        pairs.AddAll();
        var most = Enumerable.Range(0, roster.Count).Count(pairs.HasPartner) == served ? trios : served / 3;
        if (roster.HasExtraSeats) return new FreshPlan(served, 0, most);

        var graph = Graph.FromEdges(roster.Count, pairs.All.Select(pair => new Edge(pair.Seeker, pair.Giver, 1)));
        var inPairs = 2 * MaximumWeightMatching.Solve(graph).Mates.Pairs.Count();
        return new FreshPlan(served, served - inPairs, most);
    }

    /// <summary>Plans round after round as they would be if everybody stayed, up to <paramref name="most"/>, and says how many were fresh.</summary>
    public static (int Count, bool FoundEnd) Rounds(RoundSnapshot snapshot, FreshPlan ideal, int most, CancellationToken enough, CancellationToken cancel)
    {
        var history = snapshot.History.ToList();
        var met = history.Select(meeting => meeting.Ends()).ToHashSet();
        for (var round = 0; round < most; round++)
        {
            cancel.ThrowIfCancellationRequested();
            if (enough.IsCancellationRequested) return (round, false);

            var next = snapshot with { RoundNumber = snapshot.RoundNumber + round, Seed = RoundSeed.After(snapshot.Seed, round), History = history };
            var plan = Matchmaker.Plan(next);
            var meetings = plan.Pairings.SelectMany(pairing => pairing.MeetingsIn(next.RoundNumber)).ToList();
            if (!ideal.IsReached(plan) || !meetings.TrueForAll(meeting => met.Add(meeting.Ends()))) return (round, true);

            history = [.. history, .. meetings];
            snapshot = snapshot with { Candidates = AfterRound(snapshot.Candidates, plan) };
        }

        return (most, false);
    }

    private bool IsReached(PairingPlan plan) =>
        ServedBy(plan) >= Served && plan.Pairings.Count(pairing => pairing.Members.Count > 2) <= MostTrios;

    private static int ServedBy(PairingPlan plan) => plan.Pairings.SelectMany(pairing => pairing.Members).DistinctBy(member => member.PersonId).Count();

    private static IReadOnlyList<Candidate> AfterRound(IReadOnlyList<Candidate> people, PairingPlan plan)
    {
        var leftOut = plan.SitOuts.Select(sitOut => sitOut.PersonId).ToHashSet();
        return [.. people.Select(person => person with { TimesLeftOut = leftOut.Contains(person.PersonId) ? person.TimesLeftOut + 1 : 0 })];
    }
}
