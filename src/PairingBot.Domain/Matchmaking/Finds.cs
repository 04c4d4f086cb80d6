namespace PairingBot.Domain.Matchmaking;

/// <summary>For each of some people the few pairs that gain most.</summary>
internal sealed class Finds(int people, int mostEach)
{
    private readonly long[] gains = new long[people * mostEach];
    private readonly CandidatePair[] pairs = new CandidatePair[people * mostEach];
    private readonly int[] counts = new int[people];
    private readonly bool[] isOpen = new bool[people];

    public IEnumerable<CandidatePair> All
    {
        get
        {
            for (var person = 0; person < people; person++)
            {
                for (var i = 0; i < counts[person]; i++) yield return pairs[person * mostEach + i];
            }
        }
    }

    /// <summary>Whether there may be more to find for this person next time, even if nothing falls: there was too much, or something was covered by a hair.</summary>
    public bool IsOpen(int person) => counts[person] == mostEach || isOpen[person];

    public void LeaveOpen(int person) => isOpen[person] = true;

    /// <summary>What a pair must gain more than to be kept.</summary>
    public long LeastOf(int person) => counts[person] < mostEach ? 0 : gains[Last(person)];

    public void Keep(int person, long gain, in CandidatePair pair)
    {
        if (counts[person] < mostEach) counts[person]++;
        var place = Last(person);
        for (; place > person * mostEach && gains[place - 1] < gain; place--) (gains[place], pairs[place]) = (gains[place - 1], pairs[place - 1]);
        (gains[place], pairs[place]) = (gain, pair);
    }

    private int Last(int person) => person * mostEach + counts[person] - 1;
}
