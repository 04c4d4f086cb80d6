using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Rounds;

/// <summary>Ana and Ben are paired, and Ana hears nothing from Ben.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan AWorkingDay = TimeSpan.FromDays(1) + TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Whoever_waits_is_free_for_somebody_else_and_the_silent_one_rests()
    {
        await using var bot = await WaitingAsync("UCEM");
        Assert.Equal(("silence-asked", true), await AskAsync(bot));
        Assert.Equal(["silence-question"], bot.Platform.Keys("UBEN"));
        Assert.Equal(0, await bot.RunAsync<EndSilentPairings>());

        bot.Clock.Advance(AWorkingDay);
        Assert.Equal(1, await bot.RunAsync<EndSilentPairings>());
        Assert.Equal(0, await bot.RunAsync<EndSilentPairings>());
        await bot.SayAsync("UCEM", "join");
        Assert.Equal(1, await bot.RunAsync<MatchLateComers>());
        await bot.SendAsync();

        Assert.Equal(["silence-freed"], bot.Platform.Keys("UANA"));
        Assert.Equal(["silence-question", "silence-rested"], bot.Platform.Keys("UBEN"));
        Assert.Contains("UANA+UCEM", bot.Platform.Opened);
        Assert.Equal(ParticipantState.Paused, await StateAsync(bot, "UBEN"));
        Assert.Equal("why-these", Assert.IsType<Say>(await bot.SayAsync("UANA", "why")).Message.Key);
    }

    [Fact]
    public async Task The_silent_one_comes_back_with_one_press()
    {
        await using var bot = await WaitingAsync();
        await AskAsync(bot);
        bot.Clock.Advance(AWorkingDay);
        await bot.RunAsync<EndSilentPairings>();
        Assert.Equal(("silence-too-late", true), await PressAsync(bot, "UBEN", ChatActions.IAmHere));
        await bot.HoldRoundAsync();
        Assert.Equal(ParticipantState.Paused, await StateAsync(bot, "UBEN")); // it does not end by itself
        Assert.IsType<Say>(await bot.AnswerAsync("UBEN", new ShowHome()));
        Assert.Equal("resumed", (await bot.PressAsync("UBEN", ChatActions.Resume)).Key);
        Assert.Equal(ParticipantState.Active, await StateAsync(bot, "UBEN"));
    }

    [Fact]
    public async Task Somebody_who_is_there_says_so_and_the_group_hears_only_that()
    {
        await using var bot = await WaitingAsync();
        await AskAsync(bot);
        Assert.Equal(("silence-thanks", true), await PressAsync(bot, "UBEN", ChatActions.IAmHere));
        bot.Clock.Advance(AWorkingDay);
        Assert.Equal(0, await bot.RunAsync<EndSilentPairings>());

        Assert.Equal("silence-here", bot.Platform.Keys("UANA+UBEN").Last());
        Assert.Empty(bot.Platform.Keys("UANA"));
        Assert.Equal("silence-too-late", (await PressAsync(bot, "UBEN", ChatActions.IAmHere)).Key);
        Assert.Equal("silence-is-there", (await AskAsync(bot)).Key);
        Assert.Single(bot.Platform.Keys("UBEN"), "silence-question");
    }

    [Fact]
    public async Task Somebody_who_has_no_time_after_all_does_not_rest_for_it()
    {
        await using var bot = await WaitingAsync();
        await AskAsync(bot);
        Assert.Equal(("silence-no-time", true), await PressAsync(bot, "UBEN", ChatActions.HaveNoTime));
        Assert.Equal("silence-freed", bot.Platform.Keys("UANA").Single());
        Assert.Equal(ParticipantState.Active, await StateAsync(bot, "UBEN"));
        Assert.Equal(PairingState.Ended, (await PairingAsync(bot)).State);
        Assert.Equal("silence-too-late", (await PressAsync(bot, "UBEN", ChatActions.HaveNoTime)).Key);
    }

    [Fact]
    public async Task Pressing_twice_asks_once()
    {
        await using var bot = await WaitingAsync();
        await AskAsync(bot);
        Assert.Equal("silence-asked", (await AskAsync(bot)).Key);
        Assert.Single(bot.Platform.Keys("UBEN"));
    }

    [Fact]
    public async Task Two_who_wait_for_each_other_are_told_so()
    {
        await using var bot = await WaitingAsync();
        await AskAsync(bot);
        Assert.Equal("silence-both", (await PressAsync(bot, "UBEN", ChatActions.NoAnswer)).Key);
        bot.Clock.Advance(AWorkingDay);
        Assert.Equal(0, await bot.RunAsync<EndSilentPairings>());
    }

    [Fact]
    public async Task A_time_that_they_found_meanwhile_is_an_answer()
    {
        await using var bot = await WaitingAsync();
        await AskAsync(bot);
        await PressAsync(bot, "UANA", ChatActions.Met);
        bot.Clock.Advance(AWorkingDay);
        Assert.Equal(0, await bot.RunAsync<EndSilentPairings>());
        Assert.Equal(PairingState.Met, (await PairingAsync(bot)).State);
        Assert.Equal("silence-pointless", (await PressAsync(bot, "UANA", ChatActions.NoAnswer)).Key);
    }

    [Fact]
    public async Task Nobody_else_can_ask_and_nobody_asks_themselves()
    {
        await using var bot = await WaitingAsync("UCEM");
        var own = (await PairingAsync(bot)).Members.Select((member, seat) => (member.PersonId, seat));
        var ana = await bot.QueryAsync(db => db.People.Where(person => person.ExternalId == "UANA").Select(person => person.Id).SingleAsync());
        var argument = Introduction.Argument(await PairingAsync(bot));
        foreach (var (who, said) in new[] { ("UCEM", argument), ("UCEM", argument + ".0"), ("UANA", $"{argument}.{own.Single(each => each.PersonId == ana).seat}"), ("UANA", argument + ".7"), ("UANA", "nonsense") })
            Assert.Equal("not-yours", (await bot.PressAsync(who, ChatActions.Silent, said)).Key);
    }

    private static async Task<Bot> WaitingAsync(params string[] others)
    {
        var bot = await Bot.StartAsync(["UANA", "UBEN", .. others]);
        await bot.SayAsync("UANA", "join");
        await bot.SayAsync("UBEN", "join");
        await bot.HoldRoundAsync();
        Assert.Equal("silence-offer", (await PressAsync(bot, "UANA", ChatActions.NoAnswer)).Key);
        return bot;
    }

    private static Task<Pairing> PairingAsync(Bot bot) => bot.QueryAsync(db => db.Pairings.OrderBy(pairing => pairing.Id).FirstAsync());

    private static async Task<(string Key, bool Replaces)> PressAsync(Bot bot, string who, string action) => await bot.PressAsync(who, action, Introduction.Argument(await PairingAsync(bot)));

    private static async Task<(string Key, bool Replaces)> AskAsync(Bot bot)
    {
        var pairing = await PairingAsync(bot);
        var ben = await bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UBEN"));
        return await bot.PressAsync("UANA", ChatActions.Silent, SilenceWords.Argument(pairing, ben));
    }

    private static Task<ParticipantState> StateAsync(Bot bot, string who) => bot.QueryAsync(async db =>
        (await db.Participants.SingleAsync(participant => db.People.Any(person => person.Id == participant.PersonId && person.ExternalId == who))).StateAt(bot.Clock.Now));
}
