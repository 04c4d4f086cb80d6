namespace PairingBot.Domain.Matchmaking;

/// <summary>For each of some seekers the few givers that gain most.</summary>
internal sealed class Finds(int seekers, int mostEach)
{
    private readonly long[] gains = new long[seekers * mostEach];
    private readonly int[] givers = new int[seekers * mostEach];
    private readonly byte[] counts = new byte[seekers];
    private readonly bool[] isOpen = new bool[seekers];

    public int CountOf(int seeker) => counts[seeker];

    public int Giver(int seeker, int number) => givers[seeker * mostEach + number];

    /// <summary>Whether there may be more to find for this seeker next time, even if nothing falls: there was too much, or something was covered by a hair.</summary>
    public bool IsOpen(int seeker) => counts[seeker] == mostEach || isOpen[seeker];

    public void LeaveOpen(int seeker) => isOpen[seeker] = true;

    /// <summary>What a giver must gain more than to be kept.</summary>
    public long LeastOf(int seeker, long otherwise = 0) => counts[seeker] < mostEach ? otherwise : gains[Last(seeker)];

    public void Keep(int seeker, long gain, int giver)
    {
        if (counts[seeker] < mostEach) counts[seeker]++;
        var place = Last(seeker);
        for (; place > seeker * mostEach && gains[place - 1] < gain; place--) (gains[place], givers[place]) = (gains[place - 1], givers[place - 1]);
        (gains[place], givers[place]) = (gain, giver);
    }

    private int Last(int seeker) => seeker * mostEach + counts[seeker] - 1;
}
