using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;

namespace PairingBot.MicrosoftGraph.Tests;

public sealed class CalendarTests(Town town) : IClassFixture<Town>, IAsyncLifetime
{
    private const string Ana = "ana@contoso.example", Ben = "ben@contoso.example";

    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    public Task InitializeAsync() => town.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Both_are_asked_in_one_call_in_utc()
    {
        await using var host = town.Host();
        var busy = (await ReadAsync(host, Ana, "ben")).Value!;
        Assert.Equal([Ana, "ben"], busy.Keys.Order());
        var body = Assert.Single(await town.CallsAsync("POST /users/")).GetProperty("body");
        Assert.Equal([Ana, Ben], body.GetProperty("schedules").EnumerateArray().Select(each => each.GetString())); // whoever is named by an id was looked up
        Assert.Equal(("2026-03-09T00:00:00", "UTC"), (body.GetProperty("startTime").GetProperty("dateTime").GetString(), body.GetProperty("startTime").GetProperty("timeZone").GetString()));
    }

    [Fact]
    public async Task Events_count_but_for_free_ones_and_in_whatever_zone_they_come()
    {
        await using var host = town.Host();
        await town.FillAsync(new
        {
            scheduleId = Ana,
            availabilityView = "0000",
            scheduleItems = new object[]
            {
                Item("busy", "2026-03-09T10:00:00.0000000", "2026-03-09T11:00:00.0000000", "UTC"),
                Item("oof", "2026-03-09T09:00:00", "2026-03-09T17:00:00", "Pacific Standard Time"),
                Item("tentative", "2026-03-10T09:00:00", "2026-03-10T09:30:00", "Europe/Berlin"),
                Item("free", "2026-03-11T09:00:00", "2026-03-11T10:00:00", "UTC"),
                Item("workingElsewhere", "2026-03-11T12:00:00", "2026-03-11T13:00:00", "UTC"),
            },
        });
        var busy = (await ReadAsync(host, Ana)).Value![Ana];
        Assert.Equal(
            [new BusyTime(At(9, 10), At(9, 11)), new BusyTime(At(9, 16), At(10, 0), IsAway: true), new BusyTime(At(10, 8), At(10, 8, 30))], // daylight saving began there the day before
            busy);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00", "9999-12-31T23:59:59.9999999", "Pacific Standard Time")]
    [InlineData("0001-01-01T00:00:00", "9999-12-31T23:59:59", "Tokyo Standard Time")]
    [InlineData("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "UTC")]
    public async Task Somebody_may_be_away_for_ever(string start, string end, string zone)
    {
        await using var host = town.Host();
        await town.FillAsync(new { scheduleId = Ana, scheduleItems = new[] { Item("oof", start, end, zone) } });
        var away = Assert.Single((await ReadAsync(host, Ana)).Value![Ana]);
        Assert.True(away.IsAway && away.From < Monday && away.Until > Monday.AddYears(1000));
    }

    [Theory]
    [InlineData("002203300", false)]
    [InlineData("002203300", true)]
    public async Task Where_events_are_kept_back_the_view_says_when(string view, bool inUnknownZone)
    {
        await using var host = town.Host();
        await town.FillAsync(new { scheduleId = Ana, availabilityView = view, scheduleItems = inUnknownZone ? [Item("busy", "2026-03-09T01:00:00", "2026-03-09T02:00:00", "Mars Standard Time")] : Array.Empty<object>() });
        Assert.Equal([new BusyTime(At(9, 1), At(9, 2)), new BusyTime(At(9, 2, 30), At(9, 3, 30), IsAway: true)], (await ReadAsync(host, Ana)).Value![Ana]);
    }

    [Fact]
    public async Task Whose_calendar_cannot_be_read_is_missing()
    {
        await using var host = town.Host();
        await town.FillAsync(new { scheduleId = Ben, error = new { responseCode = "ErrorMailRecipientNotFound", message = "ben" } });
        Assert.Equal([Ana], (await ReadAsync(host, Ana, Ben)).Value!.Keys);
    }

    [Fact]
    public async Task Whoever_has_no_calendar_does_not_keep_the_others_from_being_read()
    {
        await using var host = town.Host();
        await town.FillAsync(new { scheduleId = Ana, error = new { responseCode = "ErrorMailRecipientNotFound", message = "ana" } });
        Assert.Empty((await ReadAsync(host, Ana)).Value!);
        Assert.Equal([Ben], (await ReadAsync(host, Ana, Ben)).Value!.Keys);
        Assert.Equal([Ben], (await ReadAsync(host, Ana, Ben)).Value!.Keys);
        Assert.Equal(4, (await town.CallsAsync("POST /users/")).Count); // the third reading asks at once in the name of him with whom it went well
    }

    [Fact]
    public async Task Outlook_is_asked_four_times_at_once_and_no_more()
    {
        await using var host = town.Host();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => ReadAsync(host, $"p{number}@contoso.example")));
        Assert.Equal(4, await town.Http.GetFromJsonAsync<int>($"{town.Base}/graph/town/most-at-once"));
    }

    [Fact]
    public async Task A_meeting_is_made_once_however_often_it_is_asked_for()
    {
        await using var host = town.Host();
        var meeting = new MeetingEvent(new Guid("8f0f2c2e-9f4e-4b13-93e6-9b7b6a1f2d3c"), Ana, [Ana, Ben], "Ana and Ben", "Half an hour.", new Slot(At(9, 10), At(9, 10, 30)));
        var first = Assert.IsType<Delivered>(await Calendars(host).BookAsync(Town.Installation, meeting, CancellationToken.None));
        Assert.Equal(first, await Calendars(host).BookAsync(Town.Installation, meeting, CancellationToken.None));
        var made = Assert.Single(await town.EventsAsync());
        Assert.Equal(
            ("8f0f2c2e-9f4e-4b13-93e6-9b7b6a1f2d3c", true, "teamsForBusiness", "2026-03-09T10:00:00", Ben),
            (made.GetProperty("transactionId").GetString(), made.GetProperty("isOnlineMeeting").GetBoolean(), made.GetProperty("onlineMeetingProvider").GetString(),
                made.GetProperty("start").GetProperty("dateTime").GetString(), made.GetProperty("attendees")[0].GetProperty("emailAddress").GetProperty("address").GetString()));
        Assert.Equal(1, made.GetProperty("attendees").GetArrayLength());
    }

    [Fact]
    public async Task It_moves_and_is_cancelled_and_may_be_gone_already()
    {
        await using var host = town.Host();
        var meeting = new MeetingEvent(Guid.NewGuid(), Ana, [Ana, Ben], "Ana and Ben", "Half an hour.", new Slot(At(9, 10), At(9, 10, 30)));
        var made = Assert.IsType<Delivered>(await Calendars(host).BookAsync(Town.Installation, meeting, CancellationToken.None));
        Assert.Equal(made, await Calendars(host).MoveAsync(Town.Installation, Ana, made.Id, new Slot(At(10, 9), At(10, 9, 30)), CancellationToken.None));
        Assert.Equal("2026-03-10T09:00:00", (await town.EventsAsync()).Single().GetProperty("start").GetProperty("dateTime").GetString());
        Assert.IsType<Delivered>(await Calendars(host).CancelAsync(Town.Installation, Ana, made.Id, CancellationToken.None));
        Assert.Empty(await town.EventsAsync());
        Assert.IsType<Delivered>(await Calendars(host).CancelAsync(Town.Installation, Ana, made.Id, CancellationToken.None));
        Assert.IsType<Gone>(await Calendars(host).MoveAsync(Town.Installation, Ana, made.Id, meeting.Slot, CancellationToken.None));
    }

    private static object Item(string status, string start, string end, string zone) =>
        new { status, start = new { dateTime = start, timeZone = zone }, end = new { dateTime = end, timeZone = zone } };

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    private static Task<DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>> ReadAsync(ServiceProvider host, params string[] people) =>
        Calendars(host).ReadAsync(Town.Installation, people, Monday, Monday.AddDays(7), CancellationToken.None);

    private static ICalendars Calendars(ServiceProvider host) => host.GetRequiredService<ICalendars>();
}
