using Microsoft.EntityFrameworkCore;
using PairingBot.App.Conversations;
using PairingBot.App.Rounds;
using PairingBot.App.Tests.Reflections;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Conversations;

/// <summary>Going on with each other: by a double yes, at a rhythm, to an end that is asked for. Peers meet weekly, four times.</summary>
public sealed class SeriesTests
{
    private static readonly string[] Both = ["UANA", "UBEN"];

    [Fact]
    public async Task Once_both_have_looked_back_each_is_asked_apart()
    {
        await using var bot = await SharingTests.MetAsync(Both);
        await SharingTests.WriteAsync(bot, "UANA", [], ("takeaway", "x"));
        await bot.NudgeAsync(TimeSpan.FromHours(1));
        Assert.DoesNotContain(bot.Platform.Posts, post => post.Message.Key == "again");
        await SharingTests.WriteAsync(bot, "UBEN", [], ("takeaway", "x"));
        await bot.NudgeAsync(TimeSpan.Zero);
        Assert.Equal(Both, bot.Platform.Posts.Where(post => post.Message.Key == "again").Select(post => post.Conversation).Order());
    }

    [Fact]
    public async Task Both_who_write_at_once_do_not_wait_for_each_other()
    {
        await using var bot = await SharingTests.MetAsync(Both);
        await SharingTests.WriteAsync(bot, "UBEN", [], ("takeaway", "x"));
        var argument = await SharingTests.ArgumentAsync(bot);
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => bot.AnswerAsync(Both[number % 2], new SaveReflection(argument, Forms.Filled(("takeaway", "x"))))));
        Assert.All(replies, reply => Assert.Equal("reflection-kept", Assert.IsType<Say>(reply).Message.Key));
    }

    [Fact]
    public async Task Whoever_alone_has_looked_back_is_asked_after_three_days()
    {
        await using var bot = await SharingTests.MetAsync(Both);
        await SharingTests.WriteAsync(bot, "UANA", [], ("takeaway", "x"));
        await bot.NudgeAsync(TimeSpan.FromDays(3));
        Assert.Equal(["UANA"], bot.Platform.Posts.Where(post => post.Message.Key == "again").Select(post => post.Conversation));
    }

    [Theory]
    [InlineData(ChatActions.AgainGoOn, ChatActions.AgainGoodbye)]
    [InlineData(ChatActions.AgainGoodbye, ChatActions.AgainGoOn)]
    [InlineData(ChatActions.AgainSomeDay, ChatActions.AgainGoOn)]
    [InlineData(ChatActions.AgainGoodbye, ChatActions.AgainGoodbye)]
    public async Task Nobody_learns_of_a_single_answer(string ana, string ben)
    {
        await using var bot = await SharingTests.MetAsync(Both);
        var argument = await SharingTests.ArgumentAsync(bot);
        var before = bot.Platform.Posts.Count;
        Assert.Equal(("again-kept", true), await bot.PressAsync("UANA", ana, argument));
        Assert.Equal(("again-kept", true), await bot.PressAsync("UBEN", ben, argument));
        Assert.Equal(before, bot.Platform.Posts.Count);
        Assert.Empty(await bot.QueryAsync(db => db.Series.ToListAsync()));
    }

    [Fact]
    public async Task Some_day_is_shown_when_both_say_it()
    {
        await using var bot = await SharingTests.MetAsync(Both);
        foreach (var who in Both) await bot.PressAsync(who, ChatActions.AgainSomeDay, await SharingTests.ArgumentAsync(bot));
        await bot.PressAsync("UANA", ChatActions.AgainSomeDay, await SharingTests.ArgumentAsync(bot));
        Assert.Equal((1, 1), (Count(bot, "UANA", "some-day"), Count(bot, "UBEN", "some-day")));
        Assert.Equal([Again.SomeDay, Again.SomeDay], await bot.QueryAsync(db => db.AgainAnswers.Select(answer => answer.Wish).ToListAsync()));
    }

    [Fact]
    public async Task In_a_trio_all_must_agree()
    {
        await using var bot = await SharingTests.MetAsync("UANA", "UBEN", "UCEM");
        var argument = await SharingTests.ArgumentAsync(bot);
        foreach (var who in Both) await bot.PressAsync(who, ChatActions.AgainGoOn, argument);
        Assert.Empty(await bot.QueryAsync(db => db.Series.ToListAsync()));
        await bot.PressAsync("UCEM", ChatActions.AgainGoOn, argument);
        Assert.Single(await bot.QueryAsync(db => db.Series.ToListAsync()));
        Assert.Equal(1, Count(bot, "UANA+UBEN+UCEM", "series-begun"));
    }

    [Fact]
    public async Task A_double_yes_pressed_at_once_begins_one_series()
    {
        await using var bot = await SharingTests.MetAsync(Both);
        var argument = await SharingTests.ArgumentAsync(bot);
        await Task.WhenAll(Both.SelectMany(who => Enumerable.Range(0, 3).Select(_ => bot.AnswerAsync(who, new SayAgain(argument, Again.GoOn)))));
        await bot.SendAsync();
        Assert.Single(await bot.QueryAsync(db => db.Series.ToListAsync()));
        Assert.Equal(1, Count(bot, "UANA+UBEN", "series-begun"));
    }

    [Fact]
    public async Task The_next_conversation_comes_in_the_same_group_at_its_date_once()
    {
        await using var bot = await GoingOnAsync();
        Assert.Equal(0, await bot.RunAsync<KeepSeries>());
        await ComeDueAsync(bot);
        await bot.RunAsync<KeepSeries>();
        await bot.SendAsync();
        Assert.Equal(1, Count(bot, "UANA+UBEN", "series-next"));
        var next = await LastAsync(bot);
        Assert.Equal((2, PairingState.Introduced, (Guid?)null), (next.SeriesNumber, next.State, next.RoundId));
        Assert.Equal(2, (await bot.QueryAsync(db => db.Pairings.Select(pairing => pairing.OrganizerId).ToListAsync())).Distinct().Count());
    }

    [Fact]
    public async Task A_whole_series_looks_back_half_way_and_ends_by_being_asked()
    {
        await using var bot = await GoingOnAsync();
        for (var held = 2; held <= 4; held++)
        {
            await ComeDueAsync(bot);
            await bot.AnswerAsync("UBEN", new SayMet(Introduction.Argument(await LastAsync(bot))));
            await bot.NudgeAsync(TimeSpan.FromDays(1));
            if (held == 2) await AnswerBothAsync(bot, ChatActions.SeriesGoOn, "series-midway-go-on");
        }

        Assert.All(Both, who => Assert.Equal((1, 1), (Count(bot, who, "series-midway"), Count(bot, who, "series-end"))));
        Assert.DoesNotContain("again", bot.Platform.Posts.Where(post => post.Message.Key == "again").Skip(2).Select(post => post.Message.Key)); // a series has questions of its own
        Assert.Equal("series-answer-kept", (await bot.PressAsync("UANA", ChatActions.SeriesGoOn, await QuestionAsync(bot))).Key);
        Assert.Equal(0, Count(bot, "UANA+UBEN", "series-more"));
        Assert.Equal("series-answer-kept", (await bot.PressAsync("UBEN", ChatActions.SeriesGoOn, await QuestionAsync(bot))).Key);
        Assert.Equal(1, Count(bot, "UANA+UBEN", "series-more"));
        var series = await SeriesAsync(bot);
        Assert.Equal((SeriesState.Running, 8, 4), (series.State, series.Conversations, series.Held));
    }

    [Fact]
    public async Task A_question_that_nobody_answers_ends_it_after_two_weeks()
    {
        await using var bot = await GoingOnAsync();
        for (var held = 2; held <= 4; held++)
        {
            await ComeDueAsync(bot);
            await bot.AnswerAsync("UBEN", new SayMet(Introduction.Argument(await LastAsync(bot))));
        }

        bot.Clock.Advance(TimeSpan.FromDays(14));
        await bot.RunAsync<KeepSeries>();
        await bot.SendAsync();
        Assert.All(Both, who => Assert.Equal(1, Count(bot, who, "series-ended")));
    }

    [Fact]
    public async Task Either_ends_it_and_the_other_is_told_once_without_blame()
    {
        await using var bot = await GoingOnAsync();
        var id = (await SeriesAsync(bot)).Id.ToString("N");
        Assert.Equal("series-finished", (await bot.PressAsync("UBEN", ChatActions.SeriesFinish, id)).Key);
        Assert.Equal("series-over", (await bot.PressAsync("UANA", ChatActions.SeriesFinish, id)).Key);
        Assert.Equal((1, 0), (Count(bot, "UANA", "series-ended"), Count(bot, "UBEN", "series-ended")));
        await ComeDueAsync(bot);
        Assert.Equal(0, Count(bot, "UANA+UBEN", "series-next"));
    }

    [Fact]
    public async Task Somebody_else_s_series_is_nobody_s_to_end()
    {
        await using var bot = await GoingOnAsync("UANA", "UBEN", "UCEM", "UDEV");
        var series = await SeriesAsync(bot);
        var stranger = (await bot.QueryAsync(db => db.People.Where(person => !db.Pairings.Any(pairing => pairing.SeriesId == series.Id && pairing.Members.Any(member => member.PersonId == person.Id))).ToListAsync()))[0];
        Assert.Equal("not-yours", (await bot.PressAsync(stranger.ExternalId, ChatActions.SeriesFinish, series.Id.ToString("N"))).Key);
        Assert.Equal("not-yours", (await bot.PressAsync(stranger.ExternalId, ChatActions.SeriesGoOn, SeriesWords.Argument(series))).Key);
        Assert.False((await SeriesAsync(bot)).IsOver);
    }

    [Fact]
    public async Task After_two_that_did_not_come_about_each_is_asked_whether_to_go_on()
    {
        await using var bot = await GoingOnAsync();
        for (var missed = 0; missed < 3; missed++) await ComeDueAsync(bot);
        Assert.Equal(2, Count(bot, "UANA+UBEN", "series-next"));
        await bot.NudgeAsync(TimeSpan.Zero);
        Assert.All(Both, who => Assert.Equal(1, Count(bot, who, "series-missed")));
        await bot.PressAsync("UANA", ChatActions.SeriesEnd, await QuestionAsync(bot));
        Assert.Equal((SeriesState.Ended, 1), ((await SeriesAsync(bot)).State, Count(bot, "UBEN", "series-ended")));
    }

    [Fact]
    public async Task A_press_on_an_earlier_question_counts_no_more()
    {
        await using var bot = await GoingOnAsync();
        Assert.Equal("series-answer-late", (await bot.PressAsync("UANA", ChatActions.SeriesEnd, $"{(await SeriesAsync(bot)).Id:N}.7")).Key);
        Assert.False((await SeriesAsync(bot)).IsOver);
    }

    [Fact]
    public async Task A_pause_of_one_stops_the_dates_of_both()
    {
        await using var bot = await GoingOnAsync();
        await bot.SayAsync("UBEN", "pause 4 weeks");
        await ComeDueAsync(bot);
        Assert.Equal(0, Count(bot, "UANA+UBEN", "series-next"));
        await ComeDueAsync(bot);
        Assert.Equal(1, Count(bot, "UANA+UBEN", "series-next"));
        Assert.True(bot.Clock.Now >= (await bot.QueryAsync(db => db.Participants.MaxAsync(row => row.PausedUntil)))!.Value);
    }

    [Theory]
    [InlineData("leave")]
    [InlineData("gone")]
    public async Task When_somebody_leaves_it_ends_and_the_other_is_told_once(string how)
    {
        await using var bot = await GoingOnAsync();
        if (how == "leave") await bot.SayAsync("UBEN", "leave");
        else await bot.HappensAsync("UBEN is Deactivated");
        await bot.RunAsync<KeepSeries>();
        await bot.RunAsync<KeepSeries>();
        await bot.SendAsync();
        Assert.Equal((SeriesState.Ended, 1, 0), ((await SeriesAsync(bot)).State, Count(bot, "UANA", "series-ended-gone"), Count(bot, "UBEN", "series-ended-gone")));
    }

    [Fact]
    public async Task Those_who_go_on_are_not_brought_together_by_a_round()
    {
        await using var bot = await GoingOnAsync("UANA", "UBEN", "UCEM", "UDEV");
        await bot.ExecuteAsync($"UPDATE programs SET cool_down_rounds = 0");
        var series = await SeriesAsync(bot);
        var pair = (await bot.QueryAsync(db => db.Pairings.SingleAsync(pairing => pairing.SeriesId == series.Id))).Members.Select(member => member.PersonId).ToHashSet();
        for (var round = 0; round < 4; round++) await bot.HoldRoundAsync();
        var later = await bot.QueryAsync(db => db.Pairings.Where(pairing => pairing.RoundNumber > 1).ToListAsync());
        Assert.Equal(8, later.Count);
        Assert.DoesNotContain(later, pairing => pairing.Members.All(member => pair.Contains(member.PersonId)));
    }

    [Fact]
    public async Task While_a_series_runs_a_giver_s_place_is_taken()
    {
        await using var bot = await GoingOnAsync();
        await bot.ExecuteAsync($"UPDATE pairings SET relationship_type = 'mentor'");
        await bot.ExecuteAsync($"UPDATE pairing_members SET gives = true WHERE person_id = (SELECT id FROM people WHERE external_id = 'UANA')");
        await bot.ExecuteAsync($"UPDATE participants SET seeks = ARRAY['peer', 'mentor'], offers = ARRAY['mentor']");
        var program = await bot.QueryAsync(db => db.Programs.SingleAsync());
        var snapshot = await bot.InScopeAsync<SnapshotTaker, RoundSnapshot>(taker => taker.TakeAsync(program, bot.Clock.Now, CancellationToken.None));
        var (ana, ben) = (snapshot.Candidates.Single(each => each.Name.StartsWith("UANA", StringComparison.Ordinal)), snapshot.Candidates.Single(each => each.Name.StartsWith("UBEN", StringComparison.Ordinal)));
        Assert.Empty(ana.Offers);
        Assert.Equal(["peer"], ben.Seeks);
        Assert.Equal(["mentor"], ben.Offers);
    }

    /// <summary>A round of pairs, of whom those with Ana have met and go on.</summary>
    private static async Task<Bot> GoingOnAsync(params string[] people)
    {
        var bot = await Bot.StartJoinedAsync(people.Length > 0 ? people : Both);
        await bot.HoldRoundAsync();
        var own = await bot.QueryAsync(db => db.Pairings.SingleAsync(pairing => pairing.Members.Any(member => db.People.Any(person => person.Id == member.PersonId && person.ExternalId == "UANA"))));
        var argument = Introduction.Argument(own);
        foreach (var member in own.Members)
        {
            var who = (await bot.QueryAsync(db => db.People.SingleAsync(person => person.Id == member.PersonId))).ExternalId;
            await bot.AnswerAsync(who, new SayMet(argument));
            await bot.PressAsync(who, ChatActions.AgainGoOn, argument);
        }

        return bot;
    }

    private static async Task ComeDueAsync(Bot bot)
    {
        bot.Clock.Now = (await SeriesAsync(bot)).NextAt;
        await bot.RunAsync<KeepSeries>();
        await bot.SendAsync();
    }

    private static async Task AnswerBothAsync(Bot bot, string action, string answered)
    {
        foreach (var who in Both) Assert.Equal((answered, true), await bot.PressAsync(who, action, await QuestionAsync(bot)));
    }

    private static Task<Series> SeriesAsync(Bot bot) => bot.QueryAsync(db => db.Series.SingleAsync());

    private static async Task<string> QuestionAsync(Bot bot) => SeriesWords.Argument(await SeriesAsync(bot));

    private static Task<Pairing> LastAsync(Bot bot) => bot.QueryAsync(db => db.Pairings.Where(pairing => pairing.SeriesId != null).OrderByDescending(pairing => pairing.IntroducedAt).FirstAsync());

    private static int Count(Bot bot, string conversation, string key) => bot.Platform.Keys(conversation).Count(each => each == key);
}
