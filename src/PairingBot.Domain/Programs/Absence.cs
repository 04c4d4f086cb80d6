using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>
/// Whether somebody is away from a round, as their calendar says: out of office for more than half of their working time in the week after it opens, or in the two weeks where rounds are further
/// apart. Two days of five are no absence, and neither is the second half of a month: there is time to talk before.
/// </summary>
public static class Absence
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15), Week = TimeSpan.FromDays(7);

    /// <summary>So long before they would be asked whether they are in: nobody is asked who is away.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(10);

    /// <summary>Never earlier than this before a round.</summary>
    public static TimeSpan Longest { get; } = WeekAsking.Longest + Lead;

    /// <summary>Whether to look at their calendar now: a working day before the round, or at the last moment.</summary>
    public static bool IsDue(PairingProgram program, Person person, DateTimeOffset now) => program.IsDue(now) || now >= WeekAsking.DueAt(program.NextRoundAt, person) - Lead;

    /// <summary>The time that counts for the round that opens next.</summary>
    public static Slot Span(PairingProgram program, DateTimeOffset now)
    {
        var opens = program.IsDue(now) ? now : program.NextRoundAt;
        return new Slot(opens, opens + (program.Cadence.Every == Every.Week ? Week : Slots.Horizon));
    }

    public static bool IsAway(WorkingHours hours, IReadOnlyList<BusyTime> busy, Slot span)
    {
        var away = busy.Where(time => time.IsAway).ToList();
        if (away.Count == 0) return false;
        var balance = 0;
        for (var at = span.From; at < span.Until; at += Step)
            if (hours.Contains(at)) balance += away.Exists(time => time.From <= at && at < time.Until) ? 1 : -1;
        return balance > 0;
    }
}
