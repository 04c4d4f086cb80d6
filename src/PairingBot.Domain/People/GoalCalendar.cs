namespace PairingBot.Domain.People;

/// <summary>
/// Which goals count. A goal counts for the two rounds after it was set, in which its owner takes part by their own rhythm; then it is asked anew, because what somebody is trying to do changes,
/// and a match for what is long done helps nobody. What they wrote stays, and is shown to them as what it was.
/// </summary>
/// <param name="opened">The latest rounds of the program, with their numbers.</param>
public sealed class GoalCalendar(IReadOnlyList<RoundOpening> opened)
{
    public const int Rounds = 2;

    /// <summary>So many of the latest rounds are enough to tell, also for whoever takes part in every fourth.</summary>
    public const int RoundsNeeded = 12;

    /// <summary>The person's goal, if it counts in the round of this number; else null.</summary>
    public string? Fresh(Profile profile, int everyRounds, int round)
    {
        if (string.IsNullOrWhiteSpace(profile.Goal)) return null;
        var before = opened.Where(each => each.Number <= round - (Rounds * everyRounds)).Select(each => (DateTimeOffset?)each.At).Max();
        return before is null || profile.GoalSetAt > before ? profile.Goal : null;
    }
}

/// <summary>When a round opened.</summary>
public sealed record RoundOpening(int Number, DateTimeOffset At);
