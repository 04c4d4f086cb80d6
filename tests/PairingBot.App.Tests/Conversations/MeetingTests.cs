using Microsoft.EntityFrameworkCore;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Conversations;

/// <summary>Introduced on Monday, 2 March 2026, 10:00 UTC.</summary>
public sealed class MeetingTests
{
    [Fact]
    public async Task The_press_counts_at_once_and_the_form_asks_for_the_day()
    {
        await using var bot = await PairedAsync();
        Assert.Equal("meeting", Assert.IsType<OpenForm>(await FindTimeAsync(bot)).Form.Key);
        await bot.SendAsync();
        Assert.Equal(["introduction-opener", "time-found"], bot.Platform.Keys("UANA+UBEN"));
        Assert.Equal(PairingState.TimeFound, (await PairingAsync(bot)).State);
    }

    [Fact]
    public async Task Pressed_again_the_form_opens_with_what_is_known_and_nobody_is_told_twice()
    {
        await using var bot = await PairedAsync();
        await FindTimeAsync(bot);
        await SaveAsync(bot, "2026-03-05", "10:00");
        var form = Assert.IsType<OpenForm>(await FindTimeAsync(bot, "UBEN")).Form;
        Assert.Equal(new DateOnly(2026, 3, 5), form.Pieces.OfType<DateField>().Single().Value);
        Assert.Equal("meeting-known", Assert.IsType<Say>(await SaveAsync(bot, "2026-03-05", "10:00")).Message.Key);
        await bot.SendAsync();
        Assert.Equal(["introduction-opener", "time-found", "meeting-told"], bot.Platform.Keys("UANA+UBEN"));
    }

    [Fact]
    public async Task Written_to_the_bot_it_counts_without_a_form()
    {
        await using var bot = await PairedAsync();
        var request = new ChatRequest(bot.Platform.Workspace, new ChatSender("UANA"), new SayTimeFound(Introduction.Argument(await PairingAsync(bot))), ChatPlace.Event);
        Assert.IsType<Silence>(await bot.Inbox.AnswerAsync(request, CancellationToken.None));
        Assert.Equal(PairingState.TimeFound, (await PairingAsync(bot)).State);
    }

    [Fact]
    public async Task With_a_day_both_are_reminded_before_get_their_card_that_morning_and_are_asked_the_day_after()
    {
        await using var bot = await PairedAsync();
        await FindTimeAsync(bot);
        await SaveAsync(bot, "2026-03-05", "14:00");
        await bot.NudgeAsync(At(3, 4, 17) - bot.Clock.Now);
        Assert.Equal(["introduction-opener", "time-found", "meeting-told", "tomorrow"], bot.Platform.Keys("UANA+UBEN"));
        Assert.DoesNotContain("preparation-card", bot.Platform.Keys("UANA"));
        await bot.NudgeAsync(At(3, 5, 9) - bot.Clock.Now);
        foreach (var who in new[] { "UANA", "UBEN" }) Assert.Single(bot.Platform.Keys(who), "preparation-card");
        await bot.NudgeAsync(At(3, 6, 13) - bot.Clock.Now);
        Assert.DoesNotContain("did-you-meet", bot.Platform.Keys("UANA+UBEN"));
        await bot.NudgeAsync(TimeSpan.FromHours(1));
        Assert.Equal("did-you-meet", bot.Platform.Keys("UANA+UBEN").Last());
    }

    [Fact]
    public async Task Without_a_day_the_card_comes_soon_and_once()
    {
        await using var bot = await PairedAsync();
        await FindTimeAsync(bot);
        Assert.Equal("meeting-no-day", Assert.IsType<Say>(await SaveAsync(bot, "", "")).Message.Key);
        await bot.NudgeAsync(TimeSpan.FromMinutes(10));
        await FindTimeAsync(bot);
        await SaveAsync(bot, "2026-03-05", "");
        await bot.NudgeAsync(TimeSpan.FromDays(3));
        Assert.Single(bot.Platform.Keys("UANA"), "preparation-card");
    }

    [Fact]
    public async Task Another_day_moves_everything()
    {
        await using var bot = await PairedAsync();
        await FindTimeAsync(bot);
        await SaveAsync(bot, "2026-03-04", "14:00");
        await SaveAsync(bot, "2026-03-06", "14:00");
        await bot.NudgeAsync(At(3, 5, 9) - bot.Clock.Now);
        Assert.DoesNotContain("preparation-card", bot.Platform.Keys("UANA"));
        Assert.DoesNotContain("tomorrow", bot.Platform.Keys("UANA+UBEN"));
        Assert.Equal(5, await bot.QueryAsync(db => db.Nudges.CountAsync())); // one of each
    }

    [Fact]
    public async Task A_fault_keeps_the_form_and_nothing_changes()
    {
        await using var bot = await PairedAsync();
        await FindTimeAsync(bot);
        Assert.Equal(["day"], Assert.IsType<RefuseForm>(await SaveAsync(bot, "2026-03-01", "")).Faults.Keys);
        Assert.Null((await PairingAsync(bot)).MeetsAt);
    }

    [Fact]
    public async Task A_form_that_comes_after_they_met_is_answered_with_that()
    {
        await using var bot = await PairedAsync();
        await FindTimeAsync(bot);
        await bot.AnswerAsync("UBEN", new SayMet(Introduction.Argument(await PairingAsync(bot))));
        Assert.Equal("already-said", Assert.IsType<Say>(await SaveAsync(bot, "2026-03-05", "")).Message.Key);
        await bot.NudgeAsync(TimeSpan.FromDays(4));
        Assert.DoesNotContain("preparation-card", bot.Platform.Keys("UANA"));
    }

    [Fact]
    public async Task Nobody_else_says_when()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDEV");
        var pairing = (await bot.HoldRoundAsync())[0];
        var inIt = await bot.QueryAsync(db => db.People.Where(person => pairing.Members.Select(member => member.PersonId).Contains(person.Id)).Select(person => person.ExternalId).ToListAsync());
        var stranger = new[] { "UANA", "UBEN", "UCEM", "UDEV" }.Except(inIt).First();
        await bot.AnswerAsync(inIt[0], new SayTimeFound(Introduction.Argument(pairing)));
        Assert.Equal("not-yours", Assert.IsType<Say>(await bot.AnswerAsync(stranger, new SaveMeeting(Introduction.Argument(pairing), Forms.Filled(("day", "2026-03-05"))))).Message.Key);
    }

    private static DateTimeOffset At(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.Zero);

    private static async Task<Bot> PairedAsync()
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HoldRoundAsync();
        return bot;
    }

    private static async Task<Reply> FindTimeAsync(Bot bot, string who = "UANA") => await bot.AnswerAsync(who, new SayTimeFound(Introduction.Argument(await PairingAsync(bot))));

    private static async Task<Reply> SaveAsync(Bot bot, string day, string time) =>
        await bot.AnswerAsync("UANA", new SaveMeeting(Introduction.Argument(await PairingAsync(bot)), Forms.Filled(("day", day), ("time", time))));

    private static Task<Pairing> PairingAsync(Bot bot) => bot.QueryAsync(db => db.Pairings.SingleAsync());
}
