using PairingBot.Domain.Programs;

namespace PairingBot.Domain.Tests.Programs;

public sealed class PauseUntilTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("tomorrow", "2026-11-24")]
    [InlineData("1 day", "2026-11-24")]
    [InlineData("3 days", "2026-11-26")]
    [InlineData("a week", "2026-11-30")]
    [InlineData("one week", "2026-11-30")]
    [InlineData("next week", "2026-11-30")]
    [InlineData("2 weeks", "2026-12-07")]
    [InlineData("two weeks", "2026-12-07")]
    [InlineData("for 2 weeks", "2026-12-07")]
    [InlineData("in 2 weeks", "2026-12-07")]
    [InlineData("2  weeks", "2026-12-07")]
    [InlineData("2\u00A0weeks", "2026-12-07")]
    [InlineData("TWO WEEKS", "2026-12-07")]
    [InlineData("a month", "2026-12-23")]
    [InlineData("next month", "2026-12-23")]
    [InlineData("6 months", "2027-05-23")]
    [InlineData("12 months", "2027-11-23")]
    [InlineData("366 days", "2027-11-24")]
    public void A_span_counts_from_today(string typed, string until) => Reads(typed, until);

    [Theory]
    [InlineData("tuesday", "2026-11-24")]
    [InlineData("Friday", "2026-11-27")]
    [InlineData("fri", "2026-11-27")]
    [InlineData("thurs", "2026-11-26")]
    [InlineData("next friday", "2026-11-27")]
    [InlineData("until friday", "2026-11-27")]
    [InlineData("till friday", "2026-11-27")]
    [InlineData("on friday", "2026-11-27")]
    [InlineData("monday", "2026-11-30")] // today is one: the next is meant
    public void A_weekday_is_the_next_of_its_name(string typed, string until) => Reads(typed, until);

    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("2026/12/24", "2026-12-24")]
    [InlineData("24.12.2026", "2026-12-24")]
    [InlineData("24.12.", "2026-12-24")]
    [InlineData("24 December 2026", "2026-12-24")]
    [InlineData("24 dec", "2026-12-24")]
    [InlineData("December 24", "2026-12-24")]
    [InlineData("Dec 24, 2026", "2026-12-24")]
    [InlineData("24th December", "2026-12-24")]
    [InlineData("the 1st of December", "2026-12-01")]
    [InlineData("until  24  December", "2026-12-24")]
    [InlineData("Thursday, 24 December", "2026-12-24")]
    public void A_date_is_read_in_many_ways(string typed, string until) => Reads(typed, until);

    [Theory]
    [InlineData("7 January", "2027-01-07")]
    [InlineData("7.1.", "2027-01-07")]
    [InlineData("22 November", "2027-11-22")]
    public void A_day_that_has_passed_this_year_is_next_year_s(string typed, string until) => Reads(typed, until);

    [Theory]
    [InlineData("2027-06-01", "2028-02-29")]
    [InlineData("2028-01-10", "2028-02-29")]
    [InlineData("2028-02-29", null)] // the next one is four years away
    [InlineData("2026-06-01", null)]
    public void The_29th_of_February_is_found_where_there_is_one(string today, string? until) =>
        Assert.Equal(until is null ? null : Day(until), PauseUntil.Read("29 February", Day(today)));

    [Theory]
    [InlineData("today")]
    [InlineData("yesterday")]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-22")]
    [InlineData("24.12.2025")]
    [InlineData("0 days")]
    [InlineData("-2 weeks")]
    public void Today_and_earlier_are_refused(string typed) => Assert.Null(PauseUntil.Read(typed, Today));

    [Theory]
    [InlineData("13 months")]
    [InlineData("53 weeks")]
    [InlineData("367 days")]
    [InlineData("2 years")]
    [InlineData("2027-11-25")]
    [InlineData("99999999999 weeks")]
    public void More_than_a_year_is_refused(string typed) => Assert.Null(PauseUntil.Read(typed, Today));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("for")]
    [InlineData("until")]
    [InlineData("a while")]
    [InlineData("31 November")]
    [InlineData("2026-13-01")]
    [InlineData("m")]
    [InlineData("mo")]
    [InlineData("week")]
    [InlineData("12")]
    public void What_says_no_day_is_refused(string typed) => Assert.Null(PauseUntil.Read(typed, Today));

    [Fact]
    public void A_month_from_the_31st_ends_on_the_last_day_of_a_shorter_one() =>
        Assert.Equal(new DateOnly(2027, 2, 28), PauseUntil.Read("1 month", new DateOnly(2027, 1, 31)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-12-24", "2026-12-23T23:00Z")]
    [InlineData("America/Los_Angeles", "2026-12-24", "2026-12-24T08:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-12-24", "2026-12-23T10:00Z")]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00Z")] // clocks go from midnight to one
    public void A_pause_ends_as_the_day_begins_where_the_person_is(string zone, string day, string at) =>
        Assert.Equal(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), PauseUntil.Moment(Day(day), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static void Reads(string typed, string until) => Assert.Equal(Day(until), PauseUntil.Read(typed, Today));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
