using Microsoft.EntityFrameworkCore;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Matchmaking;

namespace PairingBot.App.Tests.Rounds;

public sealed class PreviewTests
{
    [Fact]
    public async Task An_organizer_sees_the_next_round_and_nothing_of_it_is_stored()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDEV");
        var preview = Assert.IsType<Say>(await bot.SayAsync("UANA", "preview")).Message;
        Assert.Equal("round-preview", preview.Key);
        var bullets = preview.Pieces.OfType<Bullets>().SelectMany(list => list.Items).Select(item => item.ReadAloud()).ToList();
        Assert.Equal(["2 × peer", "All of them in pairs", "Nobody meets the same person twice", "Nobody is left out"], bullets);
        Assert.Contains("round 4", ((Paragraph)preview.Pieces[^1]).Text.ReadAloud(), StringComparison.Ordinal); // how surely depends on how long there was to look
        Assert.Equal((0, 0), await bot.QueryAsync(async db => (await db.Rounds.CountAsync(), await db.Pairings.CountAsync())));
    }

    [Fact]
    public async Task Whoever_would_be_left_out_is_named_with_the_kind_of_the_reason()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        await bot.ExecuteAsync($"UPDATE participants SET seeks = ARRAY['mentor'] WHERE person_id = (SELECT id FROM people WHERE external_id = 'UCEM')");
        var preview = Assert.IsType<Say>(await bot.SayAsync("UANA", "preview")).Message;
        var told = preview.Pieces.OfType<Bullets>().Last().Items.Select(item => item.ReadAloud());
        Assert.EndsWith(": nobody wants the other side of what they look for or offer", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_round_that_opens_is_the_one_that_was_looked_at()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDEV", "UEVA", "UFAY");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        var program = await bot.QueryAsync(db => db.Programs.SingleAsync());
        var before = await bot.QueryAsync(db => new SnapshotTaker(db, new Goals(db), new EarlierPrograms(db)).TakeAsync(program, bot.Clock.GetUtcNow(), CancellationToken.None));
        await bot.RunAsync<OpenDueRounds>();
        var opened = (await bot.QueryAsync(db => db.Rounds.SingleAsync())).Snapshot;
        Assert.Equal(
            Matchmaker.Plan(before).Pairings.Select(pairing => string.Join('+', pairing.Members)), Matchmaker.Plan(opened).Pairings.Select(pairing => string.Join('+', pairing.Members)));
        Assert.Equal(before.Seed, opened.Seed);
    }

    [Fact]
    public async Task A_round_of_one_has_nothing_to_show()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        Assert.Equal("nobody-to-pair", Assert.IsType<Say>(await bot.SayAsync("UANA", "preview")).Message.Key);
    }
}
