using PairingBot.Domain.Rounds;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Who sits with whom after one run of the solver: everybody's mate on their own seat, the third person at the table of a host, and whom givers take besides.
/// <see cref="None"/> where there is none.
/// </summary>
internal sealed record Seating(int[] Mate, int[] ThirdOf, IReadOnlyList<(int Seeker, int Giver)> Besides, MatchingResult Result)
{
    public const int None = -1;

    public Int128 Weight => Result.Weight;

    public PlanCertificate Certificate =>
        new([.. Result.Dual.VertexDuals], [.. Result.Dual.InnermostBlossoms], [.. Result.Dual.BlossomParents], [.. Result.Dual.BlossomDuals]);

    public IEnumerable<int> LeftOver
    {
        get
        {
            var others = ThirdOf.Where(third => third != None).Concat(Besides.Select(pair => pair.Seeker)).ToHashSet();
            return Enumerable.Range(0, Mate.Length).Where(person => Mate[person] == None && !others.Contains(person));
        }
    }

    /// <summary>The tables, host first where there is a third; those besides another conversation of their giver are <see cref="Besides"/>.</summary>
    public IEnumerable<int[]> Tables
    {
        get
        {
            for (var person = 0; person < Mate.Length; person++)
            {
                var mate = Mate[person];
                if (mate == None) continue;
                if (ThirdOf[person] != None) yield return [person, mate, ThirdOf[person]];
                else if (person < mate && ThirdOf[mate] == None) yield return [person, mate];
            }
        }
    }

    public static Seating Of(MatchingResult result, Seats seats)
    {
        var (mate, thirdOf) = (new int[seats.PeopleCount], new int[seats.PeopleCount]);
        Array.Fill(mate, None);
        Array.Fill(thirdOf, None);
        var besides = new List<(int, int)>();
        foreach (var (own, other) in result.Mates.Pairs)
        {
            var person = seats.PersonOn(other);
            switch (seats.KindOf(other))
            {
                case SeatKind.Own:
                    (mate[own], mate[other]) = (other, own);
                    break;
                case SeatKind.Extra:
                    besides.Add((own, person));
                    break;
                default:
                    thirdOf[person] = own;
                    break;
            }
        }

        return new Seating(mate, thirdOf, besides, result);
    }
}
