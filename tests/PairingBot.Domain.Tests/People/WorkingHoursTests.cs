using System.Globalization;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.People;

public sealed class WorkingHoursTests
{
    [Theory]
    [InlineData("Etc/UTC", "2026-03-02T08:59Z", false)]
    [InlineData("Etc/UTC", "2026-03-02T09:00Z", true)]
    [InlineData("Etc/UTC", "2026-03-02T16:59Z", true)]
    [InlineData("Etc/UTC", "2026-03-02T17:00Z", false)]
    [InlineData("Etc/UTC", "2026-03-01T12:00Z", false)] // Sunday
    [InlineData("Pacific/Auckland", "2026-03-01T20:00Z", true)] // Monday there
    [InlineData("Pacific/Auckland", "2026-03-06T20:00Z", false)] // Saturday there
    [InlineData("America/Los_Angeles", "2026-03-07T00:30Z", true)] // still Friday there
    public void The_working_day_is_on_the_clocks_of_the_person(string zone, string at, bool works) =>
        Assert.Equal(works, NineToFive(zone).Contains(At(at)));

    [Theory]
    [InlineData("2026-03-02T12:00Z", "2026-03-02T12:00Z")]
    [InlineData("2026-03-02T05:00Z", "2026-03-02T09:00Z")]
    [InlineData("2026-03-02T18:00Z", "2026-03-03T09:00Z")]
    [InlineData("2026-03-06T17:00Z", "2026-03-09T09:00Z")] // Friday evening
    public void The_next_working_moment_is_now_or_the_next_morning_of_work(string at, string next) =>
        Assert.Equal(At(next), NineToFive("Etc/UTC").NextFrom(At(at)));

    [Theory]
    [InlineData("2026-03-02T12:00Z", "2026-03-02T12:00Z")]
    [InlineData("2026-03-03T05:00Z", "2026-03-02T09:00Z")]
    [InlineData("2026-03-08T12:00Z", "2026-03-06T09:00Z")] // Sunday
    [InlineData("2026-03-09T08:00Z", "2026-03-06T09:00Z")] // Monday before work
    public void The_latest_working_moment_is_now_or_the_last_morning_of_work(string at, string latest) =>
        Assert.Equal(At(latest), NineToFive("Etc/UTC").LatestUntil(At(at)));

    [Theory]
    [InlineData("Europe/Berlin", 480, 960, null, null)]
    [InlineData("America/Los_Angeles", 1020, 1440, 0, 60)] // 17:00 to 01:00 in UTC
    [InlineData("Asia/Tokyo", 0, 480, null, null)]
    [InlineData("Australia/Sydney", 1320, 1440, 0, 360)]
    public void Seen_from_UTC_a_day_may_cross_midnight(string zone, int start, int end, int? again, int? until)
    {
        var ranges = NineToFive(zone).UtcMinutes(At("2026-03-02T12:00Z"));
        Assert.Equal(again is null ? [new MinuteRange(start, end)] : [new MinuteRange(start, end), new MinuteRange(again.Value, until!.Value)], ranges);
    }

    [Fact]
    public void A_day_that_ends_at_midnight_in_UTC_is_one_range() =>
        Assert.Equal([new MinuteRange(960, 1440)], WorkingHours.Of(Somebody.Working("Ana", "America/Los_Angeles", 8, 16)).UtcMinutes(At("2026-03-02T12:00Z")));

    [Fact]
    public void Summer_time_moves_the_day_in_UTC() => Assert.Equal(420, NineToFive("Europe/Berlin").UtcMinutes(At("2026-07-01T12:00Z"))[0].Start);

    private static WorkingHours NineToFive(string zone) => WorkingHours.Of(Somebody.Called("Ana", zone));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
