using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.App.Nudges;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Rounds;

/// <summary>A sponsor and a protégé are asked apart. Ana is ready to sponsor, Ben looks for a sponsor.</summary>
public sealed class ProposalTests
{
    private static readonly TimeSpan AfterTheLastDay = TimeSpan.FromDays(3) + TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Each_is_asked_apart_and_nothing_is_opened()
    {
        await using var bot = await ProposedAsync();
        Assert.Equal(["consent-question"], bot.Platform.Keys("UANA"));
        Assert.Equal(["consent-question"], bot.Platform.Keys("UBEN"));
        await AssertNothingOpenedAsync(bot);
    }

    [Fact]
    public async Task With_the_second_yes_they_are_introduced_and_nudged()
    {
        await using var bot = await ProposedAsync();
        Assert.Equal(("consent-yes-kept", true), await PressAsync(bot, "UANA", ChatActions.ConsentYes));
        await AssertNothingOpenedAsync(bot);
        Assert.Equal(("consent-agreed", true), await PressAsync(bot, "UBEN", ChatActions.ConsentYes));

        Assert.Single(bot.Platform.Updates, update => update.Message.Key == "introduction");
        Assert.Contains("UANA+UBEN", bot.Platform.Opened);
        Assert.All(await bot.QueryAsync(db => db.Participants.ToListAsync()), participant => Assert.Equal((1, 0), (participant.LastPairedRound, participant.TimesLeftOut)));
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Contains(bot.Platform.Posts, post => post.Message.Key == "find-a-time");
        Assert.Equal(("consent-settled", true), await PressAsync(bot, "UANA", ChatActions.ConsentNo));
        Assert.Equal(PairingState.Introduced, (await PairingAsync(bot)).State);
    }

    [Fact]
    public async Task With_a_no_the_other_hears_only_that_it_did_not_come_about()
    {
        await using var bot = await ProposedAsync();
        await PressAsync(bot, "UBEN", ChatActions.ConsentYes);
        Assert.Equal(("consent-no-kept", true), await PressAsync(bot, "UANA", ChatActions.ConsentNo));

        Assert.Equal(["consent-question", "consent-came-to-nothing"], bot.Platform.Keys("UBEN"));
        Assert.Equal(["consent-question"], bot.Platform.Keys("UANA"));
        Assert.Equal(("consent-settled", true), await PressAsync(bot, "UBEN", ChatActions.ConsentYes));
        Assert.Equal("consent-no-kept", (await PressAsync(bot, "UANA", ChatActions.ConsentNo)).Key);
        Assert.Equal("consent-settled", (await PressAsync(bot, "UANA", ChatActions.ConsentYes)).Key);
        await AssertNothingOpenedAsync(bot);
        Assert.Equal([("UANA", 0), ("UBEN", 1)], await LeftOutAsync(bot)); // and only the one who said yes comes first next time
    }

    [Fact]
    public async Task Whoever_said_no_or_nothing_and_the_other_are_told_in_the_same_words()
    {
        List<string> words = [];
        foreach (var settle in new Func<Bot, Task>[] { bot => PressAsync(bot, "UANA", ChatActions.ConsentNo), LapseAsync, bot => bot.HappensAsync("UANA is Deactivated") })
        {
            await using var bot = await ProposedAsync();
            await settle(bot);
            await bot.SendAsync();
            words.Add(bot.Platform.Posts.Last(post => post.Conversation == "UBEN").Message.Summary);
            await AssertNothingOpenedAsync(bot);
        }

        Assert.Single(words.Distinct());
    }

    [Fact]
    public async Task Nobody_waits_longer_than_three_working_days()
    {
        await using var bot = await ProposedAsync();
        await PressAsync(bot, "UBEN", ChatActions.ConsentYes);
        Assert.Equal(0, await bot.RunAsync<EndProposals>());
        await LapseAsync(bot);
        Assert.Equal(0, await bot.RunAsync<EndProposals>());

        Assert.Equal("consent-came-to-nothing", bot.Platform.Keys("UBEN").Last());
        Assert.Equal(("consent-settled", true), await PressAsync(bot, "UANA", ChatActions.ConsentYes));
        await AssertNothingOpenedAsync(bot);
        Assert.Equal([("UANA", 0), ("UBEN", 1)], await LeftOutAsync(bot));
    }

    [Fact]
    public async Task A_yes_may_be_taken_back_until_both_have_said_it()
    {
        await using var bot = await ProposedAsync();
        await PressAsync(bot, "UANA", ChatActions.ConsentYes);
        Assert.Equal("consent-yes-kept", (await PressAsync(bot, "UANA", ChatActions.ConsentYes)).Key);
        Assert.Equal("consent-no-kept", (await PressAsync(bot, "UANA", ChatActions.ConsentNo)).Key);
        Assert.Equal("consent-settled", (await PressAsync(bot, "UBEN", ChatActions.ConsentYes)).Key);
        await AssertNothingOpenedAsync(bot);
    }

    [Fact]
    public async Task Everything_else_that_could_open_it_does_not()
    {
        await using var bot = await ProposedAsync();
        await PressAsync(bot, "UANA", ChatActions.ConsentYes);
        var argument = Introduction.Argument(await PairingAsync(bot));
        foreach (var action in new[] { ChatActions.TimeFound, ChatActions.Met, ChatActions.NotMet }) Assert.Equal("already-said", (await bot.PressAsync("UANA", action, argument)).Key);
        Assert.Equal("silence-pointless", (await bot.PressAsync("UANA", ChatActions.NoAnswer, argument)).Key);
        Assert.Equal("silence-pointless", (await bot.PressAsync("UANA", ChatActions.Silent, argument + ".0")).Key);
        Assert.Equal("silence-too-late", (await bot.PressAsync("UANA", ChatActions.IAmHere, argument)).Key);
        Assert.Equal("not-met-yet", (await bot.PressAsync("UANA", ChatActions.Reflect, argument)).Key);
        Assert.Equal(0, await bot.RunAsync<EndLostPairings>());
        Assert.Equal(0, await bot.RunAsync<MatchLateComers>());
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        await AssertNothingOpenedAsync(bot);
        Assert.Equal(PairingState.Proposed, (await PairingAsync(bot)).State);
    }

    [Fact]
    public async Task Of_two_who_press_at_one_moment_one_opens_it_and_only_once()
    {
        await using var bot = await ProposedAsync();
        await using var other = await bot.AnotherHostAsync();
        var argument = Introduction.Argument(await PairingAsync(bot));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? bot : other).AnswerAsync(number % 4 < 2 ? "UANA" : "UBEN", new AnswerProposal(argument, IsYes: true))));
        await bot.SendAsync();
        Assert.Single(bot.Platform.Updates, update => update.Message.Key == "introduction");
        Assert.Equal(2, await bot.QueryAsync(db => db.Nudges.CountAsync()));
    }

    [Fact]
    public async Task Of_a_yes_and_a_no_at_one_moment_neither_waits_for_the_other_for_ever()
    {
        await using var bot = await ProposedAsync();
        await using var other = await bot.AnotherHostAsync();
        var argument = Introduction.Argument(await PairingAsync(bot));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 4 < 2 ? bot : other).AnswerAsync(number % 2 == 0 ? "UANA" : "UBEN", new AnswerProposal(argument, IsYes: number % 2 == 0))));
        Assert.Equal(PairingState.Declined, (await PairingAsync(bot)).State);
        await AssertNothingOpenedAsync(bot);
    }

    [Fact]
    public async Task A_host_that_goes_down_at_the_second_yes_leaves_all_of_it_or_nothing()
    {
        await using var bot = await ProposedAsync();
        await PressAsync(bot, "UANA", ChatActions.ConsentYes);
        await bot.ExecuteAsync($"CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''down''; END'");
        await bot.ExecuteAsync($"CREATE TRIGGER fall BEFORE INSERT ON nudges FOR EACH ROW EXECUTE FUNCTION fall()");
        await Assert.ThrowsAnyAsync<Exception>(() => PressAsync(bot, "UBEN", ChatActions.ConsentYes));
        await AssertNothingOpenedAsync(bot);
        await bot.ExecuteAsync($"DROP TRIGGER fall ON nudges");
        Assert.Equal("consent-agreed", (await PressAsync(bot, "UBEN", ChatActions.ConsentYes)).Key);
    }

    [Fact]
    public async Task Somebody_who_has_left_meanwhile_is_not_introduced()
    {
        await using var bot = await ProposedAsync();
        await PressAsync(bot, "UANA", ChatActions.ConsentYes);
        await bot.SayAsync("UANA", "leave");
        Assert.Equal("consent-settled", (await PressAsync(bot, "UBEN", ChatActions.ConsentYes)).Key);
        await AssertNothingOpenedAsync(bot);
    }

    [Fact]
    public async Task A_new_round_ends_what_the_last_one_proposed()
    {
        await using var bot = await ProposedAsync();
        await PressAsync(bot, "UANA", ChatActions.ConsentYes);
        await bot.AnswerAsync("UANA", new RunRoundNow());
        await bot.RunAsync<OpenDueRounds>();
        Assert.Equal("consent-settled", (await PressAsync(bot, "UBEN", ChatActions.ConsentYes)).Key); // the job has not been there yet
        Assert.Equal(0, await bot.RunAsync<EndProposals>());
        await AssertNothingOpenedAsync(bot);
    }

    [Fact]
    public async Task Two_of_whom_one_said_no_are_never_proposed_to_each_other_again()
    {
        await using var bot = await ProposedAsync();
        await bot.ExecuteAsync($"UPDATE programs SET cool_down_rounds = 0");
        await PressAsync(bot, "UANA", ChatActions.ConsentNo);
        Assert.Equal(0, await bot.RunAsync<MatchLateComers>());
        await bot.HoldRoundAsync();
        Assert.Single(await bot.QueryAsync(db => db.Pairings.ToListAsync()));
        Assert.Equal("why-nobody", Assert.IsType<Say>(await bot.SayAsync("UBEN", "why")).Message.Key);
    }

    [Fact]
    public async Task Both_are_matched_with_somebody_else_in_the_same_round()
    {
        await using var bot = await ProposedAsync("UCEM", "UDEV");
        await PressAsync(bot, "UANA", ChatActions.ConsentNo);
        await bot.ExecuteAsync($"UPDATE participants SET seeks = ARRAY['peer'], offers = ARRAY[]::text[]");
        await bot.ExecuteAsync($"UPDATE people SET profile = jsonb_build_object()");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var who in new[] { "UCEM", "UDEV" }) await bot.SayAsync(who, "join");
        Assert.Equal(2, await bot.RunAsync<MatchLateComers>());
        await bot.SendAsync();
        Assert.Equal(2, bot.Platform.Updates.Count(update => update.Message.Key == "introduction"));
        Assert.DoesNotContain("UANA+UBEN", bot.Platform.Opened);
    }

    [Fact]
    public async Task Home_and_why_say_what_one_was_asked_and_never_what_the_other_said()
    {
        await using var bot = await ProposedAsync();
        var before = (await HomeAsync(bot, "UBEN"), await WhyAsync(bot, "UBEN"));
        await PressAsync(bot, "UANA", ChatActions.ConsentYes);
        Assert.Equal(before, (await HomeAsync(bot, "UBEN"), await WhyAsync(bot, "UBEN")));
        Assert.Contains("I have asked you", before.Item1, StringComparison.Ordinal);
        Assert.Contains("You have said yes", await HomeAsync(bot, "UANA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_can_not_be_delivered_ends_it()
    {
        await using var bot = await OpenedAsync();
        bot.Platform.Fail("open", new Gone(GoneScope.Person, "user_disabled"));
        await bot.RunAsync<IntroduceRounds>();
        await bot.SendAsync();
        Assert.Equal(1, await bot.RunAsync<EndProposals>());
        Assert.Equal(PairingState.Declined, (await PairingAsync(bot)).State);
    }

    [Fact]
    public async Task What_is_only_proposed_is_neither_announced_nor_counted_as_going_out()
    {
        await using var bot = await OpenedAsync();
        await bot.ExecuteAsync($"UPDATE programs SET announce_in = 'C1', run_by = (SELECT id FROM people WHERE external_id = 'UANA')");
        await bot.RunAsync<IntroduceRounds>();
        await bot.SendAsync();
        Assert.Equal(0, await bot.RunAsync<TellProgress>());
        Assert.DoesNotContain(bot.Platform.Posts, post => post.Message.Key is "announcement" or "round-progress");
    }

    private static async Task<Bot> OpenedAsync(params string[] others)
    {
        var bot = await Bot.StartAsync(["UANA", "UBEN", .. others]);
        await bot.SayAsync("UANA", "join");
        await bot.SayAsync("UBEN", "join");
        await bot.ExecuteAsync($"UPDATE people SET profile = jsonb_build_object('level', CASE external_id WHEN 'UANA' THEN 5 ELSE 2 END, 'department', 'Design')");
        await bot.ExecuteAsync($"UPDATE participants SET seeks = ARRAY['sponsor'] WHERE person_id = (SELECT id FROM people WHERE external_id = 'UBEN')");
        await bot.ExecuteAsync($"UPDATE participants SET seeks = ARRAY[]::text[], offers = ARRAY['sponsor'] WHERE person_id = (SELECT id FROM people WHERE external_id = 'UANA')");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await bot.RunAsync<OpenDueRounds>());
        return bot;
    }

    private static async Task<Bot> ProposedAsync(params string[] others)
    {
        var bot = await OpenedAsync(others);
        await bot.RunAsync<IntroduceRounds>();
        await bot.SendAsync();
        Assert.Equal(PairingState.Proposed, (await PairingAsync(bot)).State);
        return bot;
    }

    private static async Task LapseAsync(Bot bot)
    {
        bot.Clock.Advance(AfterTheLastDay);
        Assert.Equal(1, await bot.RunAsync<EndProposals>());
        await bot.SendAsync();
    }

    private static async Task AssertNothingOpenedAsync(Bot bot)
    {
        await bot.SendAsync();
        Assert.DoesNotContain(bot.Platform.Opened, conversation => conversation.Contains('+', StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Platform.Posts.Select(post => post.Message).Concat(bot.Platform.Updates.Select(update => update.Message)), message => message.Key is "introduction" or "introduction-opener");
        Assert.Equal(0, await bot.QueryAsync(db => db.Nudges.CountAsync()));
        Assert.DoesNotContain((await bot.QueryAsync(db => db.Outbox.ToListAsync())), row => row.Once?.StartsWith("introduction:", StringComparison.Ordinal) == true);
    }

    private static Task<Pairing> PairingAsync(Bot bot) => bot.QueryAsync(db => db.Pairings.SingleAsync());

    private static async Task<(string Key, bool Replaces)> PressAsync(Bot bot, string who, string action) => await bot.PressAsync(who, action, Introduction.Argument(await PairingAsync(bot)));

    private static Task<List<(string, int)>> LeftOutAsync(Bot bot) => bot.QueryAsync(async db =>
        (await db.Participants.Join(db.People, participant => participant.PersonId, person => person.Id, (participant, person) => new { person.ExternalId, participant.TimesLeftOut }).OrderBy(each => each.ExternalId).ToListAsync())
            .ConvertAll(each => (each.ExternalId, each.TimesLeftOut)));

    private static async Task<string> HomeAsync(Bot bot, string who) => Said(await bot.AnswerAsync(who, new ShowHome()));

    private static async Task<string> WhyAsync(Bot bot, string who) => Said(await bot.SayAsync(who, "why"));

    private static string Said(Reply reply) => string.Join('\n', Assert.IsType<Say>(reply).Message.Pieces.OfType<Paragraph>().Select(paragraph => paragraph.Text.ReadAloud()));
}
