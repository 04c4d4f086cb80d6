using System.Globalization;
using PairingBot.Domain.Nudges;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Nudges;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-03-02T10:00Z", 2, "2026-03-04T10:00Z")]
    [InlineData("2026-03-05T10:00Z", 2, "2026-03-09T10:00Z")] // Thursday to Monday
    [InlineData("2026-03-06T10:00Z", 4, "2026-03-12T10:00Z")]
    [InlineData("2026-03-07T10:00Z", 2, "2026-03-10T10:00Z")] // a round that was wanted on a Saturday
    public void Only_working_days_count(string start, int days, string at) => Assert.Equal(At(at), After(start, days, "Etc/UTC", ("Ana", "Etc/UTC", 9, 17)));

    [Fact]
    public void The_time_of_day_stays_when_the_clocks_change() => // Friday to Tuesday over the last Sunday in March
        Assert.Equal(At("2026-03-31T08:00Z"), After("2026-03-27T09:00Z", 2, "Europe/Berlin", ("Ana", "Europe/Berlin", 9, 17)));

    [Fact]
    public void Two_zones_get_it_as_soon_as_both_work() => // New York begins at 14:00 UTC
        Assert.Equal(At("2026-03-04T14:00Z"), After("2026-03-02T09:00Z", 2, "Europe/Berlin", ("Ana", "Europe/Berlin", 9, 17), ("Ben", "America/New_York", 9, 17)));

    [Fact]
    public void Half_hours_of_a_zone_are_kept() => // Kolkata ends at 12:30 UTC; London begins at 09:00
        Assert.Equal(At("2026-03-04T09:00Z"), After("2026-03-02T06:00Z", 2, "Europe/London", ("Ana", "Europe/London", 9, 17), ("Dev", "Asia/Kolkata", 10, 18)));

    [Theory]
    [InlineData("2026-03-02T15:00Z", 3, "2026-03-06T08:00Z")] // Thursday afternoon in New York: both work on Friday, 08:00 to 09:00 UTC
    [InlineData("2026-03-02T15:00Z", 4, "2026-03-09T08:00Z")] // Friday afternoon: not on Saturday, but on Monday
    public void A_shared_hour_that_has_passed_comes_again_on_the_next_working_day(string start, int days, string at) =>
        Assert.Equal(At(at), After(start, days, "America/New_York", ("Ana", "Europe/Berlin", 9, 17), ("Yuki", "Asia/Tokyo", 9, 18)));

    [Fact]
    public void Without_a_shared_hour_it_is_the_same_time_of_day() =>
        Assert.Equal(At("2026-03-04T10:00Z"), After("2026-03-02T10:00Z", 2, "Etc/UTC", ("Ana", "Europe/Berlin", 9, 12), ("Ben", "America/Los_Angeles", 9, 17)));

    private static DateTimeOffset After(string start, int days, string zone, params (string Name, string Zone, int From, int To)[] people) =>
        WorkingCalendar.After(At(start), days, TimeZoneInfo.FindSystemTimeZoneById(zone), people.Select(one => Somebody.Working(one.Name, one.Zone, one.From, one.To)));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
