namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// How many rounds there can be at most in which everybody meets somebody new, whatever the plan. In each of k rounds some number of people must be served; each
/// then meets somebody they have not met, another one every round. Seen as a flow: k leave each person, one for each partner not yet met, and no more
/// than k arrive at anybody, but for givers who take several and those in the middle of a trio, where more may. If that many cannot flow, no k rounds are possible. (The
/// flow forgets who sits with whom when, so it may allow a round or so too many; never one too few.)
/// </summary>
internal sealed class FreshRounds
{
    private readonly int[][] partners;
    private readonly int[] seats;
    private readonly int served;
    private readonly int trios;
    private readonly CancellationToken cancel;
    private readonly MaximumFlow? flow;

    /// <param name="partners">For each person, whom they have not met and may meet.</param>
    /// <param name="seats">For each person, how many may meet them in one round: more than one with givers who take several.</param>
    /// <param name="ideal">How many people a round serves, and how many trios it has at most.</param>
    /// <param name="exactly">Whether to look at the flow; else only at how many partners each person has.</param>
    /// <param name="cancel">Ends the search.</param>
    public FreshRounds(int[][] partners, int[] seats, FreshPlan ideal, bool exactly, CancellationToken cancel)
    {
        (this.partners, this.seats, served, trios, this.cancel) = (partners, seats, ideal.Served, ideal.MostTrios, cancel);
        if (exactly) flow = FlowOf(partners);
    }

    private int People => partners.Length;

    /// <param name="leastTrios">How many trios a round has at least; each uses up one pair more.</param>
    public int Most(int leastTrios)
    {
        if (served == 0) return 0;

        var pairs = partners.Sum(list => (long)list.Length) / 2;
        var byPartners = Highest((int)Math.Min(People - 1, 2 * pairs / (served + leastTrios)), HasPartners);
        return flow is null ? byPartners : Highest(byPartners, Flows);
    }

    /// <summary>The highest number that is possible, where all below a possible one are; the most is tried first, for it often is.</summary>
    private int Highest(int most, Func<int, bool> isPossible)
    {
        if (most == 0 || isPossible(most)) return most;

        var (possible, impossible) = (0, most);
        while (impossible - possible > 1)
        {
            cancel.ThrowIfCancellationRequested();
            var middle = (possible + impossible) / 2;
            if (isPossible(middle)) possible = middle;
            else impossible = middle;
        }

        return possible;
    }

    private bool HasPartners(int rounds) => partners.Sum(list => (long)Math.Min(list.Length, rounds)) >= (long)rounds * served;

    private bool Flows(int rounds)
    {
        var needed = (long)rounds * served;
        flow!.Clear();
        for (var person = 0; person < People; person++)
        {
            flow.SetCapacity(3 * person, rounds);
            flow.SetCapacity(3 * person + 1, rounds * seats[person]);
            flow.SetCapacity(3 * person + 2, rounds * trios);
        }

        flow.SetCapacity(3 * People, rounds * trios);
        return flow.Push(Source, Sink, needed) >= needed;
    }

    // Nodes: everybody as the one who meets, everybody as the one who is met, then these.
    private int Source => 2 * People;

    private int Sink => 2 * People + 1;

    private int Middles => 2 * People + 2;

    private MaximumFlow FlowOf(int[][] lists)
    {
        var graph = new MaximumFlow(2 * People + 3);
        for (var person = 0; person < People; person++)
        {
            graph.Add(Source, person, 0);
            graph.Add(People + person, Sink, 0);
            graph.Add(People + person, Middles, 0);
        }

        graph.Add(Middles, Sink, 0);
        for (var person = 0; person < People; person++)
        {
            foreach (var other in lists[person]) graph.Add(person, People + other, 1);
        }

        return graph;
    }
}
