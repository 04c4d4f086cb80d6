using Microsoft.EntityFrameworkCore;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Chat;

/// <summary>What a button or a form carries is no permission: whoever presses another's, or makes one up, learns and changes nothing; who comes late is told so.</summary>
public sealed class ForgedTests
{
    [Fact]
    public async Task Another_person_s_button_is_refused_politely_and_changes_nothing()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDAN");
        var (own, other) = await TwoPairingsAsync(bot);

        foreach (var intent in Presses(Introduction.Argument(other)))
            Assert.Equal("not-yours", Assert.IsType<Say>(await bot.AnswerAsync(own, intent)).Message.Key);

        Assert.All(await bot.QueryAsync(db => db.Pairings.ToListAsync()), pairing => Assert.Equal(PairingState.Introduced, pairing.State));
        Assert.Equal(0, await bot.QueryAsync(db => db.Reflections.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0198a5d8c1f27bb19d3e4a5b6c7d8e9f")]
    [InlineData("../../people")]
    [InlineData("' OR 1=1 --")]
    [InlineData("{\"pairing\":1}")]
    [InlineData("\0")]
    public async Task What_a_form_or_button_carries_means_nothing_to_a_forger(string argument)
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HoldRoundAsync();

        foreach (var intent in Presses(argument).Concat(Presses(argument + new string('x', 2900))))
            Assert.Equal("not-yours", Assert.IsType<Say>(await bot.AnswerAsync("UANA", intent)).Message.Key);
    }

    [Fact]
    public async Task A_form_that_comes_after_its_person_has_left_explains_itself_and_saves_nothing()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var form = Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "settings")).Form;
        await bot.SayAsync("UANA", "leave");

        var reply = Assert.IsType<Say>(await bot.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("goal", "too late"))));

        Assert.Equal("not-in", reply.Message.Key);
        Assert.Null((await bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UANA"))).Profile.Goal);
    }

    [Fact]
    public async Task A_program_form_of_somebody_who_runs_nothing_is_refused()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var form = Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "admin")).Form;

        var reply = Assert.IsType<Say>(await bot.AnswerAsync("UBEN", new SaveProgram(Forms.AsOpened(form))));

        Assert.Equal(Assert.IsType<Say>(await bot.SayAsync("UBEN", "admin")).Message.Key, reply.Message.Key);
    }

    private static async Task<(string Own, Pairing Other)> TwoPairingsAsync(Bot bot)
    {
        var pairings = await bot.HoldRoundAsync();
        Assert.Equal(2, pairings.Count);
        var one = pairings[0].Members[0].PersonId;
        var own = (await bot.QueryAsync(db => db.People.SingleAsync(person => person.Id == one))).ExternalId;
        return (own, pairings[1]);
    }

    private static IEnumerable<Intent> Presses(string pairing) =>
    [
        new SayTimeFound(pairing), new SayMet(pairing), new SayNotMet(pairing), new OpenReflection(pairing), new SaveReflection(pairing, Forms.Filled(("takeaway", "x"))),
        new SayActionOutcome(pairing, "done"), new SayActionOutcome(pairing, "later"), new SayActionOutcome(pairing, "dropped"),
    ];
}
