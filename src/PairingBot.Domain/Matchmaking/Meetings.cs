using System.Runtime.InteropServices;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>How often somebody met <paramref name="Other"/> in earlier rounds, and when last.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Meetings(int Other, int Count, int LastRound)
{
    /// <summary>For each person whom they met, in rising order.</summary>
    public static Meetings[][] Of(IReadOnlyList<PastMeeting> history, Dictionary<Guid, int> indexes)
    {
        var met = new List<Meetings>[indexes.Count];
        foreach (var meeting in history)
        {
            if (!indexes.TryGetValue(meeting.One, out var one) || !indexes.TryGetValue(meeting.Other, out var other) || one == other) continue;

            (met[one] ??= []).Add(new Meetings(other, 1, meeting.RoundNumber));
            (met[other] ??= []).Add(new Meetings(one, 1, meeting.RoundNumber));
        }

        return Array.ConvertAll(met, list => list is null ? [] : Together(list));
    }

    /// <summary>What is known of this one; a count of 0 if they never met.</summary>
    public static Meetings Find(Meetings[] met, int other)
    {
        var (low, high) = (0, met.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (met[middle].Other < other) low = middle + 1;
            else high = middle;
        }

        return low < met.Length && met[low].Other == other ? met[low] : default;
    }

    private static Meetings[] Together(List<Meetings> met)
    {
        met.Sort((one, other) => one.Other.CompareTo(other.Other));
        var kept = 0;
        foreach (var meeting in met.ToArray())
        {
            if (kept > 0 && met[kept - 1] is var last && last.Other == meeting.Other) met[kept - 1] = last with { Count = last.Count + meeting.Count, LastRound = Math.Max(last.LastRound, meeting.LastRound) };
            else met[kept++] = meeting;
        }

        return [.. met[..kept]];
    }
}
