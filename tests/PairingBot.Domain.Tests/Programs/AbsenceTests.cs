using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Programs;

public sealed class AbsenceTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("9-20", true)] // two weeks of holidays
    [InlineData("11-13", true)] // Wednesday to Friday: more than half
    [InlineData("9-10", false)] // Monday and Tuesday: three days are left
    [InlineData("9-9,11-12", true)] // on and off
    [InlineData("13-27", false)] // gone from Friday on: they can meet before
    [InlineData("14-15", false)] // a weekend
    [InlineData("", false)]
    public void A_week_is_missed_by_whoever_is_away_for_most_of_it(string days, bool isAway) =>
        Assert.Equal(isAway, Absence.IsAway(Hours(), Days(days), Absence.Span(Weekly(), Monday.AddDays(-3))));

    [Theory]
    [InlineData("9-13", false)] // back after the first of two weeks
    [InlineData("9-17", true)]
    [InlineData("23-31", false)] // two weeks to talk before they go
    public void Where_rounds_are_further_apart_two_weeks_count(string days, bool isAway) =>
        Assert.Equal(isAway, Absence.IsAway(Hours(), Days(days), Absence.Span(Sample.Program(every: Every.FourthWeek, now: Monday.AddDays(-1)), Monday.AddDays(-1))));

    [Fact]
    public void Meetings_are_no_absence() =>
        Assert.False(Absence.IsAway(Hours(), [new BusyTime(Monday.AddDays(-1), Monday.AddDays(14))], Absence.Span(Weekly(), Monday.AddDays(-3))));

    [Fact]
    public void Times_that_overlap_count_once() =>
        Assert.False(Absence.IsAway(Hours(), [.. Days("9-10"), .. Days("9-10"), .. Days("10-10")], Absence.Span(Weekly(), Monday.AddDays(-3))));

    [Fact]
    public void Days_are_those_of_the_person_s_own_week()
    {
        var inRiyadh = WorkingHours.Of(Somebody.Called("Amal", "Asia/Riyadh"));
        Assert.True(Absence.IsAway(inRiyadh, Days("9-12"), Absence.Span(Weekly(), Monday.AddDays(-3))));
        Assert.False(Absence.IsAway(inRiyadh, Days("12-14"), Absence.Span(Weekly(), Monday.AddDays(-3)))); // Thursday, and two days of rest
    }

    [Fact]
    public void A_round_out_of_turn_counts_from_now()
    {
        var program = Weekly();
        program.WantRoundNow(Monday.AddDays(-3));
        Assert.Equal(new Slot(Monday.AddDays(-3), Monday.AddDays(4)), Absence.Span(program, Monday.AddDays(-3)));
    }

    [Fact]
    public void It_is_looked_for_before_anybody_would_be_asked()
    {
        var (program, ana) = (Weekly(), Somebody.Called("Ana"));
        var asked = WeekAsking.DueAt(Monday, ana);
        Assert.Equal((false, true), (Absence.IsDue(program, ana, asked.AddMinutes(-11)), Absence.IsDue(program, ana, asked.AddMinutes(-10))));
    }

    private static PairingProgram Weekly() => Sample.Program(now: Monday.AddDays(-6));

    private static WorkingHours Hours() => WorkingHours.Of(Somebody.Called("Ana"));

    /// <summary>Whole days of March out of office, as "9-10,12-12".</summary>
    private static List<BusyTime> Days(string days) =>
        [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-')).Select(range => new BusyTime(Day(range[0]), Day(range[1]).AddDays(1), IsAway: true))];

    private static DateTimeOffset Day(string day) => new(2026, 3, int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 0, 0, 0, TimeSpan.Zero);
}
