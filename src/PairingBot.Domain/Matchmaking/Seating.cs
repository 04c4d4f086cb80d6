namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Who sits with whom after one run of the solver: everybody's mate, and the third person at the table of a host. <see cref="None"/> where there is none.
/// </summary>
internal sealed record Seating(int[] Mate, int[] ThirdOf, Int128 Weight)
{
    public const int None = -1;

    public IEnumerable<int> LeftOver
    {
        get
        {
            var thirds = ThirdOf.Where(third => third != None).ToHashSet();
            return Enumerable.Range(0, Mate.Length).Where(person => Mate[person] == None && !thirds.Contains(person));
        }
    }

    /// <summary>The tables, host first where there is a third.</summary>
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
}
