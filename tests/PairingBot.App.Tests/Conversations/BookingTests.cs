using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Conversations;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Conversations;

/// <summary>Introduced on Monday, 2 March 2026, 10:00 UTC; times are looked for on Wednesday at 10:00.</summary>
public sealed partial class BookingTests
{
    private const string Ana = "aaaaaaaa-0000-4000-8000-000000000001", Ben = "bbbbbbbb-0000-4000-8000-000000000002", Both = Ana + "+" + Ben;

    [Fact]
    public async Task Without_calendars_half_hours_of_both_working_days_are_offered()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        var message = Last(bot, "UANA+UBEN", "find-a-time");
        Assert.Equal([At(4, 14), At(5, 12, 45), At(6, 9)], Moments(message));
        Assert.Contains(message.Pieces.OfType<Paragraph>(), piece => piece.Text.ReadAloud().Contains("working hours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_in_either_calendar_is_not_offered()
    {
        await using var bot = await AskedAsync(busy: (Ben, At(4, 0), At(6, 12)));
        var message = Last(bot, Both, "find-a-time");
        Assert.Equal(At(6, 12), Moments(message)[0]);
        Assert.Contains(message.Pieces.OfType<Paragraph>(), piece => piece.Text.ReadAloud().Contains("both free", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calendars_that_do_not_answer_hold_nobody_up()
    {
        await using var bot = await PairedAsync(Ana, Ben);
        bot.Calendars.IsOn = true;
        bot.Calendars.Faults.Enqueue(new Gone(GoneScope.Permission, "Calendars.ReadBasic"));
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Equal(3, Moments(Last(bot, Both, "find-a-time")).Count);
    }

    [Fact]
    public async Task No_transaction_waits_for_calendars()
    {
        await using var bot = await PairedAsync(Ana, Ben);
        bot.Calendars.IsOn = true;
        List<int> waiting = [];
        bot.Calendars.WhileReading = async () => waiting.AddRange(await bot.QueryAsync(db => db.Database.SqlQuery<int>(
            $"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'""").ToListAsync()));
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Equal([0], waiting);
        Assert.NotNull(Last(bot, Both, "find-a-time"));
    }

    [Fact]
    public async Task Whoever_finds_a_time_while_calendars_are_read_is_not_reminded()
    {
        await using var bot = await PairedAsync(Ana, Ben);
        bot.Calendars.IsOn = true;
        var pairing = Introduction.Argument(await PairingAsync(bot));
        bot.Calendars.WhileReading = () => bot.AnswerAsync(Ana, new SayTimeFound(pairing));
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.DoesNotContain("find-a-time", bot.Platform.Keys(Both));
    }

    [Fact]
    public async Task One_press_takes_a_time_and_both_hear_of_it_with_a_file()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        await TakeAsync(bot, "UBEN", Last(bot, "UANA+UBEN", "find-a-time"), 1);
        var pairing = await PairingAsync(bot);
        Assert.Equal((PairingState.TimeFound, At(5, 12, 45), true), (pairing.State, pairing.MeetsAt, pairing.IsTimeKnown));
        Assert.StartsWith("https://bot.example/base/calendar/", Link(bot), StringComparison.Ordinal);
        Assert.Empty(bot.Calendars.Calls);
        Assert.Equal(0, await bot.RunAsync<BookMeetings>());
    }

    [Fact]
    public async Task The_same_press_again_tells_nobody_twice_and_another_moves_it()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        var offer = Last(bot, "UANA+UBEN", "find-a-time");
        await TakeAsync(bot, "UBEN", offer, 0);
        Assert.Equal("meeting-known", (await TakeAsync(bot, "UANA", offer, 0)).Key);
        await TakeAsync(bot, "UANA", offer, 2);
        Assert.Equal(2, bot.Platform.Keys("UANA+UBEN").Count(key => key == "time-taken"));
        Assert.Equal(At(6, 9), (await PairingAsync(bot)).MeetsAt);
    }

    [Fact]
    public async Task Nobody_takes_a_time_that_is_over_or_a_conversation_of_others()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        var offer = Last(bot, "UANA+UBEN", "find-a-time");
        Assert.Equal("not-yours", (await bot.PressAsync("UANA", ChatActions.BookTime, "forged")).Key);
        Assert.Equal("not-yours", (await bot.PressAsync("UANA", ChatActions.BookTime, $"{Guid.NewGuid():N}.1772800000")).Key);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("time-passed", (await TakeAsync(bot, "UANA", offer, 0)).Key);
    }

    [Fact]
    public async Task Other_times_are_other_days()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        var offer = Last(bot, "UANA+UBEN", "find-a-time");
        Assert.Equal("times-looked-for", (await bot.PressAsync("UBEN", ChatActions.OtherTimes, Button(offer, ChatActions.OtherTimes).Argument)).Key);
        Assert.Equal(1, await bot.RunAsync<OfferTimes>());
        Assert.Equal(0, await bot.RunAsync<OfferTimes>());
        await bot.SendAsync();
        Assert.Equal([At(9, 9), At(10, 12, 45), At(11, 9)], Moments(Last(bot, "UANA+UBEN", "times-offered")));
    }

    [Fact]
    public async Task With_calendars_one_entry_is_made_and_no_file_is_needed()
    {
        await using var bot = await TakenAsync();
        Assert.Equal(1, await bot.RunAsync<BookMeetings>());
        Assert.Equal(0, await bot.RunAsync<BookMeetings>());
        var (made, slot) = Assert.Single(bot.Calendars.Events).Value;
        Assert.Equal([Ana, Ben], made.People.Order());
        Assert.Equal(new Slot(At(4, 14), At(4, 14, 30)), slot);
        Assert.DoesNotContain(Last(bot, Both, "time-taken").Pieces.OfType<Paragraph>(), piece => piece.Text.Spans.Any(span => span is WebLink));
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_second_entry()
    {
        await using var bot = await TakenAsync();
        bot.Calendars.LosesAnswer = true;
        Assert.Equal(0, await bot.RunAsync<BookMeetings>());
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await bot.RunAsync<BookMeetings>());
        Assert.Equal(["book", "book"], bot.Calendars.Calls);
        Assert.Single(bot.Calendars.Events);
    }

    [Fact]
    public async Task An_entry_whose_answer_was_lost_is_found_again_before_it_is_cancelled()
    {
        await using var bot = await TakenAsync();
        bot.Calendars.LosesAnswer = true;
        await bot.RunAsync<BookMeetings>();
        await bot.AnswerAsync(Ana, new SayNotMet(Introduction.Argument(await PairingAsync(bot))));
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.RunAsync<BookMeetings>();
        Assert.Empty(bot.Calendars.Events);
        Assert.Equal(0, await bot.QueryAsync(db => db.Bookings.CountAsync()));
    }

    [Fact]
    public async Task Another_time_moves_the_entry()
    {
        await using var bot = await TakenAsync();
        await bot.RunAsync<BookMeetings>();
        await TakeAsync(bot, Ana, Last(bot, Both, "find-a-time"), 2);
        await bot.RunAsync<BookMeetings>();
        Assert.Equal(At(6, 9), Assert.Single(bot.Calendars.Events).Value.Slot.From);
        Assert.Equal(["book", "move"], bot.Calendars.Calls);
    }

    [Fact]
    public async Task One_that_somebody_deleted_is_made_anew_at_the_new_time()
    {
        await using var bot = await TakenAsync();
        await bot.RunAsync<BookMeetings>();
        bot.Calendars.Events.Clear();
        await TakeAsync(bot, Ana, Last(bot, Both, "find-a-time"), 2);
        await bot.RunAsync<BookMeetings>();
        Assert.Equal(At(6, 9), Assert.Single(bot.Calendars.Events).Value.Slot.From);
    }

    [Fact]
    public async Task A_time_that_falls_through_leaves_the_calendars()
    {
        await using var bot = await TakenAsync();
        await bot.RunAsync<BookMeetings>();
        await bot.AnswerAsync(Ana, new SayNotMet(Introduction.Argument(await PairingAsync(bot))));
        await bot.RunAsync<BookMeetings>();
        Assert.Empty(bot.Calendars.Events);
    }

    [Fact]
    public async Task Having_met_leaves_the_entry_as_it_was()
    {
        await using var bot = await TakenAsync();
        await bot.RunAsync<BookMeetings>();
        await bot.AnswerAsync(Ana, new SayMet(Introduction.Argument(await PairingAsync(bot))));
        Assert.Equal(0, await bot.RunAsync<BookMeetings>());
        Assert.Single(bot.Calendars.Events);
    }

    [Fact]
    public async Task Calendars_that_refuse_for_good_are_named_once_and_the_file_takes_their_place()
    {
        await using var bot = await TakenAsync();
        bot.Calendars.Faults.Enqueue(new Gone(GoneScope.Permission, "Calendars.ReadWrite"));
        await bot.RunAsync<BookMeetings>();
        await bot.RunAsync<BookMeetings>();
        await bot.SendAsync();
        Assert.Single(bot.Platform.Keys(Both), "not-in-calendars");
        Assert.Contains(Last(bot, Both, "not-in-calendars").Pieces.OfType<Paragraph>(), piece => piece.Text.Spans.Any(span => span is WebLink));
        Assert.Equal(["book"], bot.Calendars.Calls);
    }

    [Fact]
    public async Task Rest_is_kept_and_failures_come_less_and_less_often()
    {
        await using var bot = await TakenAsync();
        bot.Calendars.Faults.Enqueue(new RetryAfter(TimeSpan.FromMinutes(7)));
        bot.Calendars.Faults.Enqueue(new Unavailable("http-500"));
        bot.Calendars.Faults.Enqueue(new Unavailable("http-500"));
        foreach (var minutes in new[] { 0, 6, 1, 1, 1, 1 })
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await bot.RunAsync<BookMeetings>();
        }

        Assert.Equal(4, bot.Calendars.Calls.Count); // at 0, 7, 8 and 10
        Assert.Single(bot.Calendars.Events);
    }

    [Fact]
    public async Task The_file_is_of_the_conversation_as_it_stands()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        await TakeAsync(bot, "UBEN", Last(bot, "UANA+UBEN", "find-a-time"), 0);
        var file = await FileAsync(bot, Token(bot));
        Assert.Contains("DTSTART:20260304T140000Z\r\nDTEND:20260304T143000Z\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("UANA@", file, StringComparison.Ordinal);
        await TakeAsync(bot, "UBEN", Last(bot, "UANA+UBEN", "find-a-time"), 2);
        Assert.Contains("DTSTART:20260306T090000Z", await FileAsync(bot, Token(bot)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_changed_or_has_expired_opens_nothing()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        await TakeAsync(bot, "UBEN", Last(bot, "UANA+UBEN", "find-a-time"), 0);
        var token = Token(bot);
        for (var place = 0; place < token.Length - 1; place++) // the last letter has bits that mean nothing
            Assert.Null(await FileAsync(bot, token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..]));
        foreach (var other in new[] { "", "A", token[..^4], token + "AAAA", new string('A', 100), "é" + token[1..] }) Assert.Null(await FileAsync(bot, other));
        Assert.NotNull(await FileAsync(bot, token));
        bot.Clock.Now = At(5, 14, 1);
        Assert.Null(await FileAsync(bot, token));
    }

    [Fact]
    public async Task What_fell_through_has_no_file()
    {
        await using var bot = await AskedAsync("UANA", "UBEN");
        await TakeAsync(bot, "UBEN", Last(bot, "UANA+UBEN", "find-a-time"), 0);
        await bot.AnswerAsync("UANA", new SayNotMet(Introduction.Argument(await PairingAsync(bot))));
        Assert.Null(await FileAsync(bot, Token(bot)));
    }

    private static async Task<Bot> PairedAsync(params string[] people)
    {
        var bot = await Bot.StartJoinedAsync(people);
        await bot.HoldRoundAsync();
        return bot;
    }

    /// <summary>Without calendars.</summary>
    private static async Task<Bot> AskedAsync(params string[] people)
    {
        var bot = await PairedAsync(people);
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        return bot;
    }

    private static async Task<Bot> AskedAsync((string Person, DateTimeOffset From, DateTimeOffset Until) busy)
    {
        var bot = await PairedAsync(Ana, Ben);
        bot.Calendars.IsOn = true;
        foreach (var person in new[] { Ana, Ben }) bot.Calendars.Busy[person] = person == busy.Person ? [new BusyTime(busy.From, busy.Until)] : [];
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        return bot;
    }

    /// <summary>With calendars, and the first time taken: Wednesday at 14:00.</summary>
    private static async Task<Bot> TakenAsync()
    {
        var bot = await AskedAsync(busy: (Ana, At(1, 0), At(1, 1)));
        await TakeAsync(bot, Ben, Last(bot, Both, "find-a-time"), 0);
        return bot;
    }

    private static async Task<(string Key, ChatMessage? Told)> TakeAsync(Bot bot, string who, ChatMessage offer, int place)
    {
        var reply = await bot.AnswerAsync(who, IntentReader.FromPress(ChatActions.BookTime, offer.Pieces.OfType<Choices>().SelectMany(row => row.Items).Where(item => item.Action == ChatActions.BookTime).ElementAt(place).Argument)!);
        await bot.SendAsync();
        return reply is Say said ? (said.Message.Key, said.Message) : ("", null);
    }

    private static Task<string?> FileAsync(Bot bot, string token) => bot.InScopeAsync<CalendarFiles, string?>(files => files.ReadAsync(token, CancellationToken.None));

    private static string Token(Bot bot) => Tokens().Match(Link(bot)).Groups["token"].Value;

    private static string Link(Bot bot) => Last(bot, "UANA+UBEN", "time-taken").Pieces.OfType<Paragraph>().SelectMany(piece => piece.Text.Spans).OfType<WebLink>().Single().Address;

    private static Choice Button(ChatMessage message, string action) => message.Pieces.OfType<Choices>().SelectMany(row => row.Items).Single(item => item.Action == action);

    private static List<DateTimeOffset> Moments(ChatMessage message) => [.. message.Pieces.OfType<Bullets>().SelectMany(list => list.Items).SelectMany(item => item.Spans).OfType<Moment>().Select(moment => moment.At)];

    private static ChatMessage Last(Bot bot, string conversation, string key) => bot.Platform.Posts.Last(post => post.Conversation == conversation && post.Message.Key == key).Message;

    private static Task<Pairing> PairingAsync(Bot bot) => bot.QueryAsync(db => db.Pairings.SingleAsync());

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    [GeneratedRegex(@"/calendar/(?<token>[\w-]+)\.ics$", RegexOptions.None, 1000)]
    private static partial Regex Tokens();
}
