using System.Globalization;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Programs;

public sealed class WeekAskingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("2026-03-09T10:00Z", "Etc/UTC", 9, 17, "2026-03-06T10:00Z")] // Monday's round: on Friday
    [InlineData("2026-03-11T10:00Z", "Etc/UTC", 9, 17, "2026-03-10T10:00Z")]
    [InlineData("2026-03-11T10:00Z", "Etc/UTC", 13, 17, "2026-03-10T13:00Z")] // not before they work
    [InlineData("2026-03-11T18:00Z", "Etc/UTC", 9, 17, "2026-03-10T16:00Z")] // not in the last hour, and not after it
    [InlineData("2026-03-09T10:00Z", "America/Los_Angeles", 9, 17, "2026-03-06T17:00Z")] // still Monday there, three in the morning: nine on Friday
    [InlineData("2026-03-09T23:00Z", "Pacific/Kiritimati", 9, 17, "2026-03-08T23:00Z")] // Tuesday there: on their Monday
    public void One_is_asked_a_working_day_before_in_ones_working_hours(string round, string zone, int from, int to, string due)
    {
        var person = Somebody.Working("Ana", zone, from, to);
        var at = WeekAsking.DueAt(At(round), person);
        Assert.InRange(at, At(due), At(due) + (59 * Minute));
        Assert.True(at >= WeekAsking.Earliest(At(round)));
        Assert.True(WeekAsking.IsDue(At(round), person, at));
        Assert.False(WeekAsking.IsDue(At(round), person, at - Minute));
    }

    [Fact]
    public void Nobody_is_asked_outside_their_hours_or_too_late_to_answer()
    {
        var (round, ana) = (At("2026-03-09T10:00Z"), Somebody.Working("Ana", "Etc/UTC", 9, 17));
        Assert.False(WeekAsking.IsDue(round, ana, At("2026-03-06T20:00Z")));
        Assert.False(WeekAsking.IsDue(round, ana, At("2026-03-07T12:00Z")));
        Assert.False(WeekAsking.IsDue(round, ana, At("2026-03-09T09:00Z")));
    }

    [Fact]
    public void A_very_short_working_day_is_kept_to()
    {
        var ana = Somebody.Called("Ana", profile: new Domain.People.Profile { WorkFrom = new(9, 0), WorkTo = new(9, 20) });
        var due = WeekAsking.DueAt(At("2026-03-11T10:00Z"), ana);
        Assert.True(WeekAsking.IsDue(At("2026-03-11T10:00Z"), ana, due));
    }

    [Fact]
    public void The_question_names_its_round_and_no_other_programs()
    {
        var program = Sample.Program();
        Assert.Equal(7, WeekAsking.Round(program, WeekAsking.Argument(program, 7)));
        Assert.All(["", "7", $"{Guid.Empty:N}.7", $"{program.Id:N}.-7", $"{program.Id:N}.7.8"], argument => Assert.Null(WeekAsking.Round(program, argument)));
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
