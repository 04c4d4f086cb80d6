using Microsoft.EntityFrameworkCore;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;

namespace PairingBot.App.Tests.Programs;

/// <summary>Out of office. The first round opens on Monday at 10:00, and calendars are looked at on the Friday before, a little before people would be asked.</summary>
public sealed class AbsenceTests
{
    private static readonly DateTimeOffset Friday = new(2026, 3, 6, 11, 0, 0, TimeSpan.Zero), Monday = new(2026, 3, 9, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Whoever_is_out_of_office_is_left_out_of_that_round_and_told()
    {
        await using var bot = await WithCalendarsAsync();
        Assert.Equal(1, await LookAsync(bot, Friday));
        Assert.Equal(["week-away"], bot.Platform.Keys("UCEM"));
        Assert.Empty(bot.Platform.Keys("UBEN"));

        Assert.Equal(["UANA", "UBEN"], await PairedAsync(bot, Monday));
        await LookAsync(bot, Friday.AddDays(7));
        Assert.Contains("UCEM", await PairedAsync(bot, Monday.AddDays(7))); // back again
    }

    [Fact]
    public async Task I_am_in_anyway_is_the_last_word()
    {
        await using var bot = await WithCalendarsAsync();
        await LookAsync(bot, Friday);
        Assert.Equal(("week-in", true), await bot.PressAsync("UCEM", ChatActions.WeekIn, Argument(bot)));
        Assert.Equal(0, await LookAsync(bot, Monday.AddMinutes(-1)));
        Assert.Equal(3, (await PairedAsync(bot, Monday)).Count);
    }

    [Fact]
    public async Task Whoever_has_said_that_they_are_in_is_not_looked_at()
    {
        await using var bot = await WithCalendarsAsync("silence-is-in");
        bot.Calendars.IsOn = false;
        bot.Clock.Now = Friday;
        await bot.RunAsync<AskAboutRounds>();
        await bot.SendAsync();
        await bot.PressAsync("UCEM", ChatActions.WeekIn, bot.Platform.Posts.Last(post => post.Message.Key == "week-question").Message.Pieces.OfType<Choices>().Single().Items[0].Argument);
        bot.Calendars.IsOn = true;
        Assert.Equal(0, await LookAsync(bot, Friday));
        Assert.Equal(3, (await PairedAsync(bot, Monday)).Count);
    }

    [Fact]
    public async Task Whoever_is_away_is_not_asked_whether_they_are_in()
    {
        await using var bot = await WithCalendarsAsync("silence-is-in");
        await LookAsync(bot, Friday);
        Assert.Equal(2, await bot.RunAsync<AskAboutRounds>());
    }

    [Fact]
    public async Task A_round_that_opens_while_calendars_are_read_is_left_as_it_is()
    {
        await using var bot = await WithCalendarsAsync();
        bot.Clock.Now = Monday;
        bot.Calendars.WhileReading = () => bot.RunAsync<OpenDueRounds>();
        Assert.Equal(0, await bot.RunAsync<LookForAbsences>());
        Assert.All(await bot.QueryAsync(db => db.Participants.ToListAsync()), each => Assert.Null(each.SkipsRound));
    }

    [Fact]
    public async Task Two_hosts_at_once_tell_once()
    {
        await using var bot = await WithCalendarsAsync();
        await using var other = await bot.AnotherHostAsync();
        other.Calendars.IsOn = true;
        foreach (var (who, busy) in bot.Calendars.Busy) other.Calendars.Busy[who] = busy;
        bot.Clock.Now = Friday;
        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? bot : other).RunAsync<LookForAbsences>()));
        Assert.Equal((1, 1), (told.Sum(), await bot.QueryAsync(db => db.Outbox.CountAsync(row => row.Once!.StartsWith("week-away")))));
    }

    [Fact]
    public async Task Calendars_that_do_not_answer_are_asked_again()
    {
        await using var bot = await WithCalendarsAsync();
        bot.Calendars.Faults.Enqueue(new Unavailable("time-out"));
        bot.Calendars.Faults.Enqueue(new RetryAfter(TimeSpan.FromMinutes(1)));
        Assert.Equal((0, 0), (await LookAsync(bot, Friday), await LookAsync(bot, Friday)));
        Assert.Equal(1, await LookAsync(bot, Friday));
    }

    [Fact]
    public async Task Calendars_that_never_answer_hold_no_round_up()
    {
        await using var bot = await WithCalendarsAsync();
        bot.Calendars.Faults.Enqueue(new Unavailable("time-out"));
        Assert.Equal(0, await LookAsync(bot, Monday));
        Assert.NotEmpty(await PairedAsync(bot, Monday));
    }

    [Fact]
    public async Task Calendars_that_may_not_be_read_make_nobody_away_and_are_asked_once()
    {
        await using var bot = await WithCalendarsAsync();
        bot.Calendars.Faults.Enqueue(new Gone(GoneScope.Permission, "Calendars.ReadBasic"));
        Assert.Equal((0, 0), (await LookAsync(bot, Friday), await LookAsync(bot, Friday)));
        Assert.Equal(3, (await PairedAsync(bot, Monday)).Count);
    }

    [Fact]
    public async Task A_round_out_of_turn_is_looked_at_too()
    {
        await using var bot = await WithCalendarsAsync();
        bot.Clock.Now = Friday.AddDays(-2);
        await bot.AnswerAsync("UANA", new RunRoundNow());
        Assert.Equal(0, await bot.RunAsync<LookForAbsences>()); // the absence begins on Monday: most of the week from now is free
        Away(bot, "UBEN", Friday.AddDays(-3), 10);
        await bot.ExecuteAsync($"UPDATE participants SET calendar_seen_for = NULL");
        Assert.Equal(1, await bot.RunAsync<LookForAbsences>());
    }

    [Fact]
    public async Task Nobody_reads_more_than_twenty_calendars_in_a_call()
    {
        await using var bot = await Bot.StartJoinedAsync([.. Enumerable.Range(10, 45).Select(number => $"U{number}")]);
        await ConnectAsync(bot);
        await LookAsync(bot, bot.Clock.Now);
        Assert.Equal([20, 20, 5], bot.Calendars.Reads.Select(people => people.Count));
        await LookAsync(bot, bot.Clock.Now);
        Assert.Equal(3, bot.Calendars.Reads.Count);
    }

    [Fact]
    public async Task Nothing_of_a_calendar_is_kept_but_that_the_round_is_left_out()
    {
        await using var bot = await WithCalendarsAsync();
        await LookAsync(bot, Friday);
        var cem = await bot.QueryAsync(db => db.Participants.SingleAsync(row => row.SkipsRound != null));
        Assert.Equal((1, 1, null), (cem.SkipsRound, cem.CalendarSeenFor, cem.PausedUntil));
    }

    private static async Task<Bot> WithCalendarsAsync(string asking = "not-asked")
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        await bot.HoldRoundAsync();
        await bot.SaveProgramAsync(("week-question", asking));
        await bot.ExecuteAsync($"DELETE FROM rounds");
        await bot.ExecuteAsync($"UPDATE participants SET last_paired_round = NULL, times_left_out = 0");
        await bot.ExecuteAsync($"UPDATE programs SET last_round_number = 0");
        await ConnectAsync(bot);
        Away(bot, "UCEM", Monday.AddHours(-10), 5);
        bot.Platform.Posts.Clear();
        return bot;
    }

    /// <summary>Everybody has a calendar, with nothing in it.</summary>
    private static async Task ConnectAsync(Bot bot)
    {
        bot.Calendars.IsOn = true;
        await bot.ExecuteAsync($"UPDATE people SET email = lower(external_id) || '@fernhill.example'");
        foreach (var email in await bot.QueryAsync(db => db.People.Select(person => person.Email!).ToListAsync())) bot.Calendars.Busy[email] = [];
    }

    private static void Away(Bot bot, string who, DateTimeOffset from, int days) => bot.Calendars.Busy[$"{who}@fernhill.example"] = [new BusyTime(from, from.AddDays(days), IsAway: true)];

    private static async Task<int> LookAsync(Bot bot, DateTimeOffset now)
    {
        bot.Clock.Now = now;
        var away = await bot.RunAsync<LookForAbsences>();
        await bot.SendAsync();
        return away;
    }

    private static string Argument(Bot bot) => bot.Platform.Posts.Single(post => post.Message.Key == "week-away").Message.Pieces.OfType<Choices>().Single().Items[0].Argument;

    private static async Task<List<string>> PairedAsync(Bot bot, DateTimeOffset round)
    {
        await bot.HoldRoundAsync(round);
        var number = await bot.QueryAsync(db => db.Programs.Select(program => program.LastRoundNumber).SingleAsync());
        var ids = (await bot.QueryAsync(db => db.Pairings.Where(pairing => pairing.RoundNumber == number).ToListAsync())).SelectMany(pairing => pairing.Members).Select(member => member.PersonId).ToList();
        return await bot.QueryAsync(db => db.People.Where(person => ids.Contains(person.Id)).OrderBy(person => person.ExternalId).Select(person => person.ExternalId).ToListAsync());
    }
}
