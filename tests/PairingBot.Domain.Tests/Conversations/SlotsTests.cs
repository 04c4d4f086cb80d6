using System.Globalization;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Tests.Conversations;

public sealed class SlotsTests
{
    private static readonly string[] ZoneNames =
        ["Etc/UTC", "Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu", "Australia/Adelaide", "Australia/Lord_Howe", "Asia/Riyadh", "Asia/Jerusalem", "America/Havana", "America/St_Johns", "Pacific/Chatham"];

    [Theory]
    [InlineData("2026-03-02T09:00Z", "Etc/UTC", "Etc/UTC", "2026-03-02T13:00Z 2026-03-03T12:45Z 2026-03-04T09:00Z")] // four hours of notice; the middle of the second day
    [InlineData("2026-03-02T09:07Z", "Etc/UTC", "Etc/UTC", "2026-03-02T13:15Z 2026-03-03T12:45Z 2026-03-04T09:00Z")] // on a quarter
    [InlineData("2026-03-06T18:00Z", "Etc/UTC", "Etc/UTC", "2026-03-09T09:00Z 2026-03-10T12:45Z 2026-03-11T09:00Z")] // over a weekend
    [InlineData("2026-03-06T18:00Z", "America/Los_Angeles", "Europe/Berlin", "2026-03-09T16:00Z 2026-03-10T16:45Z 2026-03-11T16:00Z")] // clocks went forward there on Sunday, here not yet; here somebody works until 19:00
    [InlineData("2026-03-02T09:00Z", "Pacific/Auckland", "America/Los_Angeles", "2026-03-02T20:00Z 2026-03-03T22:15Z 2026-03-04T20:00Z")] // Tuesday there, Monday here
    [InlineData("2026-10-23T09:00Z", "Europe/Berlin", "Etc/UTC", "2026-10-23T13:00Z 2026-10-26T12:15Z 2026-10-27T09:00Z")] // clocks went back on Sunday
    [InlineData("2026-03-02T00:00Z", "Asia/Kathmandu", "Etc/UTC", "2026-03-02T09:00Z 2026-03-03T10:00Z 2026-03-04T09:00Z")] // 17:00 there is 11:15Z
    [InlineData("2026-04-03T20:00Z", "Australia/Lord_Howe", "Australia/Adelaide", "2026-04-05T23:30Z 2026-04-07T02:45Z 2026-04-07T23:30Z")] // both moved their clocks on 5 April, one by half an hour
    [InlineData("2026-03-05T09:00Z", "Asia/Riyadh", "Asia/Riyadh", "2026-03-05T13:00Z 2026-03-08T09:45Z 2026-03-09T06:00Z")] // Thursday, then Sunday
    [InlineData("2026-03-05T14:00Z", "Asia/Riyadh", "Etc/UTC", "2026-03-09T09:00Z 2026-03-10T11:15Z 2026-03-11T09:00Z")] // from Monday on both work
    public void Half_hours_are_in_the_working_day_of_both(string now, string one, string other, string expected)
    {
        var people = new[] { Of(one), other == "Europe/Berlin" ? Of(other, until: 19) : Of(other) };
        Assert.Equal(expected.Split(' '), Slots.Find(people, At(now)).Select(slot => slot.From.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void What_is_in_a_calendar_is_not_offered_and_what_touches_it_is()
    {
        var day = At("2026-03-02T00:00Z");
        BusyTime[] busy = [new(day.AddHours(9), day.AddHours(13.25)), new(day.AddHours(13.75), day.AddHours(17)), new(day.AddDays(1), day.AddDays(20), IsAway: true)];
        Assert.Equal([new Slot(day.AddHours(13.25), day.AddHours(13.75))], Slots.Find([Of("Etc/UTC"), Of("Etc/UTC") with { Busy = busy }], day));
    }

    [Fact]
    public void On_one_free_day_all_three_are_that_day_and_none_overlaps()
    {
        var day = At("2026-03-02T00:00Z");
        var slots = Slots.Find([Of("Etc/UTC") with { Busy = [new(day.AddDays(1), day.AddDays(20))] }], day);
        Assert.Equal([day.AddHours(9), day.AddHours(9.5), day.AddHours(10)], slots.Select(slot => slot.From));
    }

    [Fact]
    public void Other_times_are_other_days_and_after_the_last_they_begin_again()
    {
        Availability[] people = [Of("Etc/UTC"), Of("Europe/Berlin")];
        var now = At("2026-03-02T00:00Z");
        var pages = Enumerable.Range(0, 4).Select(page => Slots.Find(people, now, page)).ToList();
        Assert.Equal([3, 3, 3, 1 + 2], pages.Select(page => page.Count)); // the tenth day has three by itself
        Assert.Equal(10, pages.SelectMany(page => page).Select(slot => slot.From.Date).Distinct().Count());
        Assert.Equal(pages[0], Slots.Find(people, now, 4));
        Assert.NotEmpty(Slots.Find(people, now, -1)); // as somebody may send it
    }

    [Fact]
    public void Where_no_hour_is_shared_nothing_is_offered() =>
        Assert.Empty(Slots.Find([Of("Etc/UTC"), Of("Etc/UTC", from: 18, until: 22)], At("2026-03-02T00:00Z")));

    /// <summary>Each minute of each slot looked at by itself, in a way of its own; and nothing earlier on the days that were chosen would have done.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Offered_are_the_first_that_hold_minute_by_minute(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 12; round++)
        {
            var now = At("2026-01-01T00:00Z").AddMinutes(chance.Next(365 * 24 * 60));
            List<Availability> people = [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Somebody(chance, now))];
            var legal = new List<DateTimeOffset>();
            for (var start = Quarter(now.AddHours(4)); start.AddMinutes(30) <= now.AddDays(14); start = start.AddMinutes(15))
                if (Enumerable.Range(0, 30).All(minute => people.TrueForAll(person => Works(person, start.AddMinutes(minute))))) legal.Add(start);

            var offered = Slots.Find(people, now).Select(slot => slot.From).ToList();

            Assert.Equal(offered.Order(), offered);
            Assert.All(offered, start => Assert.Contains(start, legal));
            var days = legal.Select(start => Day(people[0], start)).Distinct().Take(3).ToList();
            Assert.Equal(days, offered.Select(start => Day(people[0], start)).Distinct());
            if (legal.Count > 0) Assert.Equal(legal[0], offered[0]);
            Assert.All(offered.Zip(offered.Skip(1)), both => Assert.True(both.Second - both.First >= TimeSpan.FromMinutes(30)));
        }
    }

    private static Availability Somebody(Random chance, DateTimeOffset now)
    {
        var zone = ZoneNames[chance.Next(ZoneNames.Length)];
        var from = chance.Next(0, 14);
        BusyTime[] busy = [.. Enumerable.Range(0, chance.Next(30)).Select(_ => now.AddMinutes(chance.Next(14 * 24 * 60))).Select(start => new BusyTime(start, start.AddMinutes(chance.Next(1, 600))))];
        return new Availability(new WorkingHours(TimeZoneInfo.FindSystemTimeZoneById(zone), new TimeOnly(from, chance.Next(60)), new TimeOnly(from + chance.Next(3, 10), chance.Next(60))), busy);
    }

    private static bool Works(Availability person, DateTimeOffset minute)
    {
        var local = minute.UtcDateTime + person.Hours.Zone.GetUtcOffset(minute.UtcDateTime);
        var isFridayWeek = person.Hours.Zone.Id is "Asia/Riyadh" or "Asia/Jerusalem";
        var rests = local.DayOfWeek == DayOfWeek.Saturday || local.DayOfWeek == (isFridayWeek ? DayOfWeek.Friday : DayOfWeek.Sunday);
        var ofDay = local.TimeOfDay;
        return !rests && ofDay >= person.Hours.From.ToTimeSpan() && ofDay < person.Hours.To.ToTimeSpan() && !person.Busy.Any(busy => minute < busy.Until && minute.AddMinutes(1) > busy.From);
    }

    private static DateTime Day(Availability person, DateTimeOffset at) => (at.UtcDateTime + person.Hours.Zone.GetUtcOffset(at.UtcDateTime)).Date;

    private static DateTimeOffset Quarter(DateTimeOffset at)
    {
        while (at.UtcTicks % TimeSpan.FromMinutes(15).Ticks != 0) at = at.AddMinutes(1);
        return at;
    }

    private static Availability Of(string zone, int from = 9, int until = 17) => new(new WorkingHours(TimeZoneInfo.FindSystemTimeZoneById(zone), new TimeOnly(from, 0), new TimeOnly(until, 0)), []);

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
}
