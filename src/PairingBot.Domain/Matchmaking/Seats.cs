using System.Runtime.InteropServices;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The vertices of the solver's graph. Everybody has a seat of their own, which carries what serving them is worth. A giver who takes several has extra seats, in
/// which they can only give; with thirds, everybody has a place for one more guest at their table. An extra seat or place is worth nothing by itself, so the
/// own seat fills first. In each pair one side sits on its own seat, so no two people are ever paired twice.
/// </summary>
internal sealed class Seats
{
    private readonly int people;
    private readonly int[] firstExtra;
    private readonly int[] extraOwner;

    public Seats(Roster roster, bool thirds)
    {
        people = roster.Count;
        firstExtra = new int[people + 1];
        for (var person = 0; person < people; person++) firstExtra[person + 1] = firstExtra[person] + roster.ExtraSeatsOf(roster.People[person]);
        extraOwner = [.. roster.People.SelectMany(person => Enumerable.Repeat(person.Index, roster.ExtraSeatsOf(person)))];
        HasThirds = thirds;
        MostWays = Math.Max(3, roster.People.Max(roster.ExtraSeatsOf));
    }

    public bool HasThirds { get; }

    public int Count => people + extraOwner.Length + (HasThirds ? people : 0);

    /// <summary>In how many ways a candidate pair may sit, at most.</summary>
    public int MostWays { get; }

    public int PeopleCount => people;

    public int ThirdOf(int person) => people + extraOwner.Length + person;

    public int ExtrasOf(int person) => firstExtra[person + 1] - firstExtra[person];

    /// <summary>Counted from 0.</summary>
    public int ExtraOf(int person, int number) => people + firstExtra[person] + number;

    public SeatKind KindOf(int seat) => seat < people ? SeatKind.Own : seat < people + extraOwner.Length ? SeatKind.Extra : SeatKind.Third;

    public int PersonOn(int seat) => KindOf(seat) switch
    {
        SeatKind.Own => seat,
        SeatKind.Extra => extraOwner[seat - people],
        _ => seat - people - extraOwner.Length,
    };

    /// <summary>The ways in which the pair may sit, and what each is worth beyond its seats.</summary>
    public int WaysOf(in CandidatePair pair, Objective objective, Span<Way> ways)
    {
        var worth = objective.WorthOf(pair);
        var count = 0;
        if (pair.IsBesides)
        {
            for (var number = 0; number < ExtrasOf(pair.Giver); number++)
                ways[count++] = new Way(pair.Seeker, ExtraOf(pair.Giver, number), worth - objective.CostOfExtraSeat(number));
            return count;
        }

        ways[count++] = new Way(pair.Seeker, pair.Giver, worth);
        if (!HasThirds) return count;

        ways[count++] = new Way(pair.Giver, ThirdOf(pair.Seeker), worth - objective.CostOfTrio);
        ways[count++] = new Way(pair.Seeker, ThirdOf(pair.Giver), worth - objective.CostOfTrio);
        return count;
    }
}

internal enum SeatKind
{
    Own,
    Extra,
    Third,
}

/// <summary>Two seats, the first one somebody's own, and what it is worth that they are taken by these two.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Way(int Own, int Other, long Worth);
