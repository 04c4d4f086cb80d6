using System.Globalization;
using PairingBot.Domain.Programs;

namespace PairingBot.Domain.Tests.Programs;

public sealed class CadenceTests
{
    [Theory]
    [InlineData("2026-03-01T12:00Z", "2026-03-02T10:00Z")]
    [InlineData("2026-03-02T09:59Z", "2026-03-02T10:00Z")]
    [InlineData("2026-03-02T10:00Z", "2026-03-09T10:00Z")] // strictly after
    [InlineData("2026-03-03T00:00Z", "2026-03-09T10:00Z")]
    public void The_first_opening_is_the_next_such_weekday(string now, string first) => Assert.Equal(At(first), Weekly("Etc/UTC").FirstAfter(At(now)));

    [Fact]
    public void The_day_is_the_one_on_the_clocks_of_the_zone() => // at 23:30 on Sunday in UTC, Monday has begun in Auckland
        Assert.Equal(At("2026-03-01T21:00Z"), Weekly("Pacific/Auckland").FirstAfter(At("2026-03-01T20:30Z")));

    [Theory]
    [InlineData(Every.Week, "2026-03-09T10:00Z")]
    [InlineData(Every.SecondWeek, "2026-03-16T10:00Z")]
    [InlineData(Every.ThirdWeek, "2026-03-23T10:00Z")]
    [InlineData(Every.FourthWeek, "2026-03-30T10:00Z")]
    [InlineData(Every.Month, "2026-04-06T10:00Z")]
    public void The_next_opening_is_so_many_weeks_later_or_in_the_next_month(Every every, string next) =>
        Assert.Equal(At(next), (Weekly("Etc/UTC") with { Every = every }).NextAfter(At("2026-03-02T10:00Z"), At("2026-03-02T10:01Z")));

    [Theory]
    [InlineData(Every.Week)]
    [InlineData(Every.SecondWeek)]
    [InlineData(Every.ThirdWeek)]
    [InlineData(Every.FourthWeek)]
    public void A_change_of_clocks_moves_no_round_to_another_week(Every every)
    {
        var cadence = Weekly("Europe/Berlin") with { Every = every };
        var opening = cadence.FirstAfter(At("2026-01-01T00:00Z"));
        for (var round = 0; round < 60; round++)
        {
            var next = cadence.NextAfter(opening, opening);
            var (before, after) = (Local(cadence, opening), Local(cadence, next));
            Assert.Equal(7 * (int)every, (after.Date - before.Date).Days);
            Assert.Equal(new TimeSpan(10, 0, 0), after.TimeOfDay);
            opening = next;
        }
    }

    [Fact]
    public void Once_a_month_is_its_first_such_weekday_all_year_round()
    {
        var cadence = Weekly("America/New_York") with { Every = Every.Month };
        var opening = cadence.NextAfter(At("2026-01-05T15:00Z"), At("2026-01-05T15:00Z"));
        for (var month = 2; month <= 12; month++, opening = cadence.NextAfter(opening, opening))
        {
            var local = Local(cadence, opening);
            Assert.Equal((month, DayOfWeek.Monday), (local.Month, local.DayOfWeek));
            Assert.InRange(local.Day, 1, 7);
        }
    }

    [Theory]
    [InlineData(Every.Week, "2026-04-20T10:00Z")]
    [InlineData(Every.SecondWeek, "2026-04-27T10:00Z")]
    [InlineData(Every.FourthWeek, "2026-04-27T10:00Z")]
    [InlineData(Every.Month, "2026-05-04T10:00Z")]
    public void Rounds_that_were_missed_are_not_made_up_for(Every every, string next) =>
        Assert.Equal(At(next), (Weekly("Etc/UTC") with { Every = every }).NextAfter(At("2026-03-02T10:00Z"), At("2026-04-15T12:00Z")));

    [Fact]
    public void A_time_that_the_clocks_skip_moves_on_by_the_skipped_hour() => // 29 March 2026 in Berlin: 02:00 becomes 03:00
        Assert.Equal(At("2026-03-29T01:30Z"), new Cadence(DayOfWeek.Sunday, new TimeOnly(2, 30), "Europe/Berlin", Every.Week).FirstAfter(At("2026-03-28T00:00Z")));

    [Fact]
    public void After_a_skipped_time_the_usual_one_returns()
    {
        var cadence = new Cadence(DayOfWeek.Sunday, new TimeOnly(2, 30), "Europe/Berlin", Every.Week);
        Assert.Equal(At("2026-04-05T00:30Z"), cadence.NextAfter(At("2026-03-29T01:30Z"), At("2026-03-29T02:00Z")));
    }

    [Fact]
    public void A_time_that_comes_twice_opens_once_the_first_time()
    {
        var cadence = new Cadence(DayOfWeek.Sunday, new TimeOnly(2, 30), "Europe/Berlin", Every.Week);
        Assert.Equal(At("2026-10-25T00:30Z"), cadence.FirstAfter(At("2026-10-24T12:00Z")));
        Assert.Equal(At("2026-11-01T01:30Z"), cadence.NextAfter(At("2026-10-25T00:30Z"), At("2026-10-25T00:30Z")));
    }

    [Fact]
    public void A_zone_that_nobody_knows_any_more_counts_as_UTC() => Assert.Equal(At("2026-03-02T10:00Z"), Weekly("Atlantis/Capital").FirstAfter(At("2026-03-01T12:00Z")));

    private static Cadence Weekly(string zone) => Cadence.WeeklyOnMonday(zone);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(Cadence cadence, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, cadence.Zone);
}
