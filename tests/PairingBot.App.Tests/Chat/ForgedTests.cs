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

    /// <summary>Out of the lists of all that can be pressed and sent, in every form in which a button names a pairing: what is added there is tried here.</summary>
    [Fact]
    public async Task Nothing_that_can_be_pressed_or_sent_touches_a_conversation_of_others()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDAN");
        var (own, other) = await TwoPairingsAsync(bot);
        var theirs = await RowsAsync(bot, other);
        string[] arguments = [$"{other.Id:N}", $"{other.Id:N}.0", $"{other.Id:N}.1", $"{other.Id:D}", other.Id.ToString("N").ToUpperInvariant()];

        foreach (var intent in arguments.SelectMany(Everything))
        {
            await bot.SayAsync(own, "join"); // whatever was pressed before

            await bot.AnswerAsync(own, intent);

            Assert.True(theirs == await RowsAsync(bot, other), intent.ToString());
        }
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

    private static IEnumerable<Intent> Everything(string argument)
    {
        var answers = Forms.Filled([.. new[] { "takeaway", "given", "what", "when", "time", "day", "words", "topic", "shared", "learned", "found" }.Select(field => (field, "2026-03-20"))]);
        return Constants(typeof(ChatActions)).Select(action => IntentReader.FromPress(action, argument))
            .Concat(Constants(typeof(ChatForms)).Select(form => IntentReader.FromForm(form, argument, answers))).OfType<Intent>();
    }

    private static IEnumerable<string> Constants(Type list) => list.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    /// <summary>Everything that is kept of a pairing.</summary>
    private static async Task<string> RowsAsync(Bot bot, Pairing pairing) => string.Join('\n', await bot.QueryAsync(db => db.Database.SqlQuery<string>(
        $"""
        SELECT each::text AS "Value" FROM pairings each WHERE id = {pairing.Id} UNION ALL SELECT each::text FROM pairing_members each WHERE pairing_id = {pairing.Id}
        UNION ALL SELECT each::text FROM nudges each WHERE pairing_id = {pairing.Id} UNION ALL SELECT each::text FROM reflections each WHERE pairing_id = {pairing.Id}
        UNION ALL SELECT each::text FROM measures each WHERE pairing_id = {pairing.Id} UNION ALL SELECT each::text FROM again_answers each WHERE pairing_id = {pairing.Id}
        UNION ALL SELECT each::text FROM bookings each WHERE pairing_id = {pairing.Id}
        """).OrderBy(row => row).ToListAsync()));

    private static IEnumerable<Intent> Presses(string pairing) =>
    [
        new SayTimeFound(pairing), new SayMet(pairing), new SayNotMet(pairing), new OpenReflection(pairing), new SaveReflection(pairing, Forms.Filled(("takeaway", "x"))),
        new SayActionOutcome(pairing, "done"), new SayActionOutcome(pairing, "later"), new SayActionOutcome(pairing, "dropped"),
    ];
}
