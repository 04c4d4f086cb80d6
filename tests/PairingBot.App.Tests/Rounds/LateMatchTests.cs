using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.App.Rounds;
using PairingBot.App.Nudges;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Rounds;

/// <summary>People who lose their partner, come late or were left out get somebody in the same round, when somebody is free.</summary>
public sealed class LateMatchTests
{
    private static readonly string[] Four = ["UANA", "UBEN", "UCEM", "UDEV"];

    [Fact]
    public async Task Whoever_joins_late_is_matched_with_somebody_who_was_left_out()
    {
        await using var bot = await Bot.StartAsync("UANA", "UBEN");
        await bot.SayAsync("UANA", "join");
        await bot.HoldRoundAsync(); // Ana is alone
        await LaterAsync(bot);
        await bot.SayAsync("UBEN", "join");

        Assert.Equal(1, await bot.RunAsync<MatchLateComers>());
        Assert.Equal(0, await bot.RunAsync<MatchLateComers>());
        await bot.SendAsync();

        Assert.Single(bot.Platform.Updates, update => update.Message.Key == "introduction");
        Assert.Empty(await bot.QueryAsync(db => db.SitOuts.ToListAsync()));
        Assert.True(Assert.Single((await bot.QueryAsync(db => db.Rounds.SingleAsync())).LatePlans).Proof.Holds);
        Assert.Equal("why-these", Assert.IsType<Say>(await bot.SayAsync("UANA", "why")).Message.Key);
        Assert.All(await bot.QueryAsync(db => db.Participants.ToListAsync()), participant => Assert.Equal((1, 0), (participant.LastPairedRound, participant.TimesLeftOut)));
    }

    [Fact]
    public async Task Partners_of_people_who_are_gone_are_told_and_meet_each_other()
    {
        await using var bot = await Bot.StartJoinedAsync(Four);
        var pairings = await bot.HoldRoundAsync();
        var (first, second) = (await MembersAsync(bot, pairings[0]), await MembersAsync(bot, pairings[1]));
        await LaterAsync(bot);

        await LeaveWorkspaceAsync(bot, first[0]);
        Assert.Equal(0, await bot.RunAsync<MatchLateComers>()); // nobody else is free yet
        await LeaveWorkspaceAsync(bot, second[0]);
        Assert.Equal(1, await bot.RunAsync<MatchLateComers>());
        await bot.SendAsync();

        foreach (var left in new[] { first[1], second[1] }) Assert.Single(bot.Platform.Keys(left), "partner-gone");
        Assert.Contains($"{first[1]}+{second[1]}", bot.Platform.Opened.Select(Sorted));
        Assert.Equal(3, bot.Platform.Updates.Count(update => update.Message.Key == "introduction"));
        Assert.DoesNotContain("partner-gone", bot.Platform.Keys(first[0]));
        Assert.Equal(2, (await bot.QueryAsync(db => db.Pairings.ToListAsync())).Count(pairing => pairing.State == PairingState.Ended));

        string Sorted(string conversation) => string.Join('+', conversation.Split('+').OrderBy(who => who == second[1]));
    }

    [Fact]
    public async Task Somebody_deactivated_before_the_introduction_went_out_is_never_written_to()
    {
        await using var bot = await Bot.StartJoinedAsync(Four);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.RunAsync<OpenDueRounds>();
        await LeaveWorkspaceAsync(bot, "UDEV"); // between the snapshot and the plan
        await bot.RunAsync<IntroduceRounds>();
        await bot.SendAsync();

        Assert.DoesNotContain(bot.Platform.Opened, conversation => conversation.Contains("UDEV", StringComparison.Ordinal));
        Assert.Single(bot.Platform.Updates, update => update.Message.Key == "introduction");
        Assert.Single(bot.Platform.Posts, post => post.Message.Key == "partner-gone");
    }

    [Fact]
    public async Task A_partner_of_a_trio_that_lost_somebody_gets_the_other_one()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        await bot.HoldRoundAsync();
        await LaterAsync(bot);
        await LeaveWorkspaceAsync(bot, "UCEM");
        Assert.Equal(1, await bot.RunAsync<MatchLateComers>());
        await bot.SendAsync();
        Assert.Contains("UANA+UBEN", bot.Platform.Opened);
    }

    [Fact]
    public async Task Whom_the_platform_refuses_is_looked_up_and_the_others_are_matched_anew()
    {
        await using var bot = await Bot.StartJoinedAsync(Four);
        bot.Platform.Fail("open", new Gone(GoneScope.Person, "user_disabled"), new Gone(GoneScope.Person, "user_disabled"));
        var pairings = await bot.HoldRoundAsync();
        var (first, second) = (await MembersAsync(bot, pairings[0]), await MembersAsync(bot, pairings[1]));
        foreach (var gone in new[] { first[0], second[0] }) bot.Platform.Directory.RemoveAll(listed => listed.ExternalId == gone);
        foreach (var gone in new[] { first[0], second[0] }) bot.Platform.Directory.Add(RecordingPlatform.Listed(gone, DirectoryStanding.Deactivated));
        await LaterAsync(bot);

        Assert.Equal(2, await bot.RunAsync<EndLostPairings>());
        Assert.Equal(0, await bot.RunAsync<EndLostPairings>());
        Assert.Equal(0, await bot.RunAsync<MatchLateComers>()); // first the directory must say who it is
        await bot.RunAsync<ReadDirectory>();
        Assert.Equal(1, await bot.RunAsync<MatchLateComers>());
        await bot.SendAsync();

        Assert.Single(bot.Platform.Updates, update => update.Message.Key == "introduction");
        Assert.Equal(2, (await bot.QueryAsync(db => db.Pairings.ToListAsync())).Count(pairing => pairing.State == PairingState.Undeliverable));
    }

    [Fact]
    public async Task Two_who_can_not_be_introduced_are_not_tried_again_with_each_other()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.ExecuteAsync($"UPDATE programs SET cool_down_rounds = 0");
        bot.Platform.Fail("open", new Gone(GoneScope.Person, "user_not_visible"));
        await bot.HoldRoundAsync();
        await LaterAsync(bot);
        await bot.RunAsync<EndLostPairings>();
        await bot.RunAsync<ReadDirectory>();
        Assert.Equal(0, await bot.RunAsync<MatchLateComers>());
        await bot.SendAsync();
        Assert.Equal(["could-not-be-opened"], bot.Platform.Keys("UANA").Where(key => key.StartsWith("could", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_has_ended_is_neither_nudged_nor_met_and_counts_as_no_meeting()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var pairing = Assert.Single(await bot.HoldRoundAsync());
        await LeaveWorkspaceAsync(bot, "UBEN");
        Assert.Equal("already-said", Assert.IsType<Say>(await bot.AnswerAsync("UANA", new SayMet(Introduction.Argument(pairing)))).Message.Key);
        await bot.NudgeAsync(TimeSpan.FromDays(5));
        Assert.DoesNotContain(bot.Platform.Posts, post => post.Message.Key is "find-a-time" or "did-you-meet" or "met");

        await bot.AcceptAsync("back", "UBEN is Member");
        await bot.ReadEventAsync();
        Assert.Empty((await bot.InScopeAsync<SnapshotTaker, RoundSnapshot>(async snapshots =>
            await snapshots.TakeAsync(await bot.QueryAsync(db => db.Programs.SingleAsync()), bot.Clock.Now, CancellationToken.None))).History);
    }

    [Fact]
    public async Task Shortly_before_the_next_round_nobody_is_matched_any_more()
    {
        await using var bot = await Bot.StartAsync("UANA", "UBEN");
        await bot.SayAsync("UANA", "join");
        await bot.HoldRoundAsync();
        bot.Clock.Advance(TimeSpan.FromDays(5.5));
        await bot.SayAsync("UBEN", "join");
        Assert.Equal(0, await bot.RunAsync<MatchLateComers>());
    }

    [Fact]
    public async Task Many_hosts_match_late_comers_once()
    {
        await using var bot = await Bot.StartAsync("UANA", "UBEN");
        await using var other = await bot.AnotherHostAsync();
        await bot.SayAsync("UANA", "join");
        await bot.HoldRoundAsync();
        await LaterAsync(bot);
        await bot.SayAsync("UBEN", "join");
        var matched = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? bot : other).RunAsync<MatchLateComers>()));
        Assert.Equal(1, matched.Sum());
    }

    private static Task LaterAsync(Bot bot)
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        return Task.CompletedTask;
    }

    private static async Task LeaveWorkspaceAsync(Bot bot, string who)
    {
        await bot.AcceptAsync($"gone-{who}", $"{who} is Deactivated");
        await bot.ReadEventAsync();
    }

    private static async Task<List<string>> MembersAsync(Bot bot, Pairing pairing)
    {
        var ids = pairing.Members.Select(member => member.PersonId).ToList();
        return await bot.QueryAsync(db => db.People.Where(person => ids.Contains(person.Id)).OrderBy(person => person.ExternalId).Select(person => person.ExternalId).ToListAsync());
    }
}
