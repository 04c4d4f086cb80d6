using Microsoft.EntityFrameworkCore;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Tests.Programs;

/// <summary>"In this week?" Rounds open on Monday at 10:00; people work from 9 to 5, so they are asked on Friday between 10 and 11.</summary>
public sealed class WeekQuestionTests
{
    private static readonly DateTimeOffset Friday = new(2026, 3, 6, 11, 0, 0, TimeSpan.Zero), Monday = new(2026, 3, 9, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Nobody_is_asked_unless_the_program_wants_it()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        Assert.Equal(0, await AskAsync(bot, Friday));
    }

    [Fact]
    public async Task Everybody_is_asked_once_a_working_day_before()
    {
        await using var bot = await AskingAsync("silence-is-in");
        Assert.Equal(0, await AskAsync(bot, Friday.AddHours(-2)));
        Assert.Equal(3, await AskAsync(bot, Friday));
        Assert.Equal(0, await AskAsync(bot, Friday.AddHours(1)));
        Assert.Equal(["week-question"], bot.Platform.Keys("UBEN"));
    }

    [Fact]
    public async Task Two_hosts_at_once_ask_once()
    {
        await using var bot = await AskingAsync("silence-is-in");
        await using var other = await bot.AnotherHostAsync();
        bot.Clock.Now = Friday;
        var asked = await Task.WhenAll(bot.RunAsync<AskAboutRounds>(), other.RunAsync<AskAboutRounds>());
        Assert.Equal((3, 3), (asked.Sum(), await bot.QueryAsync(db => db.Outbox.CountAsync(row => row.Once!.StartsWith("week-question")))));
    }

    [Theory]
    [InlineData("silence-is-in", 1)]
    [InlineData("silence-is-out", 0)]
    public async Task Silence_counts_as_the_program_says(string setting, int pairings)
    {
        await using var bot = await AskingAsync(setting);
        await AskAsync(bot, Friday);
        Assert.Equal(pairings, (await bot.HoldRoundAsync(Monday)).Count);
    }

    [Fact]
    public async Task The_answer_counts_for_this_round_takes_the_questions_place_and_can_be_changed()
    {
        await using var bot = await AskingAsync("silence-is-out");
        await AskAsync(bot, Friday);
        var argument = Argument(bot, "UBEN");
        Assert.Equal(("week-in", true), await bot.PressAsync("UBEN", ChatActions.WeekIn, argument));
        Assert.Equal(("week-out", true), await bot.PressAsync("UBEN", ChatActions.WeekSkip, argument));
        Assert.Equal(("week-in", true), await bot.PressAsync("UBEN", ChatActions.WeekIn, argument));
        Assert.Equal(("week-in", true), await bot.PressAsync("UCEM", ChatActions.WeekIn, argument));

        var pairing = Assert.Single(await bot.HoldRoundAsync(Monday));
        Assert.Equal(["UBEN", "UCEM"], await NamesAsync(bot, pairing.Members.Select(member => member.PersonId)));
        await AskAsync(bot, Friday.AddDays(7));
        Assert.Equal(2, bot.Platform.Keys("UANA").Count(key => key == "week-question")); // asked anew for the next one
    }

    [Fact]
    public async Task Skip_this_week_is_for_this_week_only()
    {
        await using var bot = await AskingAsync("silence-is-in");
        await AskAsync(bot, Friday);
        await bot.PressAsync("UANA", ChatActions.WeekSkip, Argument(bot, "UANA"));
        await bot.HoldRoundAsync(Monday);
        Assert.Equal("no-match", await WhyAsync(bot, "UANA"));
        await bot.HoldRoundAsync(Monday.AddDays(7));
        Assert.Equal("match", await WhyAsync(bot, "UANA"));
    }

    [Fact]
    public async Task A_press_after_the_round_has_opened_explains_itself()
    {
        await using var bot = await AskingAsync("silence-is-out");
        await AskAsync(bot, Friday);
        var argument = Argument(bot, "UBEN");
        await bot.HoldRoundAsync(Monday);
        Assert.Equal(("week-too-late", true), await bot.PressAsync("UBEN", ChatActions.WeekIn, argument));
        Assert.Equal("week-too-late", (await bot.PressAsync("UBEN", ChatActions.WeekIn, "of another program.1")).Key);
    }

    [Fact]
    public async Task Whoever_would_take_no_part_is_not_asked()
    {
        await using var bot = await AskingAsync("silence-is-in");
        await bot.SayAsync("UANA", "pause 2 weeks");
        await bot.SayAsync("UBEN", "skip");
        await bot.ExecuteAsync($"UPDATE participants SET every_rounds = 4, last_paired_round = 0 WHERE person_id = (SELECT id FROM people WHERE external_id = 'UCEM')");
        Assert.Equal(0, await AskAsync(bot, Friday));
    }

    [Fact]
    public async Task A_pause_begun_after_the_question_is_left_alone()
    {
        await using var bot = await AskingAsync("silence-is-in");
        await AskAsync(bot, Friday);
        await bot.SayAsync("UBEN", "pause 2 weeks");
        Assert.Equal("week-paused", (await bot.PressAsync("UBEN", ChatActions.WeekIn, Argument(bot, "UBEN"))).Key);
    }

    [Fact]
    public async Task Whoever_was_never_asked_is_not_left_out_by_silence()
    {
        await using var bot = await AskingAsync("silence-is-out");
        Assert.Equal(0, await AskAsync(bot, Monday.AddMinutes(-30))); // the hosts were down: too late to ask anybody
        Assert.Single(await bot.HoldRoundAsync(Monday));
    }

    [Fact]
    public async Task A_question_that_was_missed_is_asked_while_there_is_time()
    {
        await using var bot = await AskingAsync("silence-is-out");
        Assert.Equal(0, await AskAsync(bot, Friday.AddHours(12))); // nobody is asked at night
        await bot.ExecuteAsync($"UPDATE programs SET next_round_at = {Monday.AddHours(4)}");
        Assert.Equal(3, await AskAsync(bot, Monday.AddMinutes(-30)));
    }

    [Fact]
    public async Task Three_thousand_are_asked_within_the_hour_and_each_once()
    {
        await using var bot = await AskingAsync("silence-is-in");
        await bot.ChangeAsync(db =>
        {
            var program = db.Programs.Single();
            foreach (var number in Enumerable.Range(0, 3000))
            {
                var person = Person.Meet(program.InstallationId, $"U{number:00000}");
                person.Listed(RecordingPlatform.Listed(person.ExternalId));
                db.People.Add(person);
                db.Participants.Add(Participant.Join(program, person, RelationshipCatalog.Default.Key, bot.Clock.Now));
            }
        });
        List<int> asked = [];
        for (var minute = -60; minute <= 0; minute++)
        {
            bot.Clock.Now = Friday.AddMinutes(minute);
            asked.Add(await bot.RunAsync<AskAboutRounds>());
        }

        Assert.Equal((3003, 3003), (asked.Sum(), await bot.QueryAsync(db => db.Outbox.CountAsync(row => row.Once!.StartsWith("week-question")))));
        Assert.InRange(asked.Max(), 1, 120); // Slack lets us open fifty conversations a minute; nobody is asked all at once
    }

    private static async Task<Bot> AskingAsync(string setting)
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        await bot.HoldRoundAsync();
        await bot.SaveProgramAsync(("week-question", setting));
        await bot.ExecuteAsync($"DELETE FROM rounds");
        await bot.ExecuteAsync($"UPDATE participants SET last_paired_round = NULL, times_left_out = 0");
        await bot.ExecuteAsync($"UPDATE programs SET last_round_number = 0");
        bot.Platform.Posts.Clear();
        return bot;
    }

    private static async Task<int> AskAsync(Bot bot, DateTimeOffset now)
    {
        bot.Clock.Now = now;
        var asked = await bot.RunAsync<AskAboutRounds>();
        await bot.SendAsync();
        return asked;
    }

    private static string Argument(Bot bot, string who) =>
        bot.Platform.Posts.Last(post => post.Conversation == who && post.Message.Key == "week-question").Message.Pieces.OfType<Choices>().Single().Items[0].Argument;

    private static async Task<string> WhyAsync(Bot bot, string who) => Assert.IsType<Say>(await bot.SayAsync(who, "why")).Message.Key == "took-no-part" ? "no-match" : "match";

    private static async Task<List<string>> NamesAsync(Bot bot, IEnumerable<Guid> people) =>
        await bot.QueryAsync(db => db.People.Where(person => people.Contains(person.Id)).Select(person => person.ExternalId).Order().ToListAsync());
}
