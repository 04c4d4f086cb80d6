using Microsoft.EntityFrameworkCore;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Programs;

public sealed class MembershipTests
{
    [Fact]
    public async Task Joining_twice_at_once_is_joining_once()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var keys = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => KeyAsync(bot, "join")));
        Assert.Equal((1, 5), (keys.Count(key => key == "joined"), keys.Count(key => key == "already-in")));
        Assert.Equal(1, await bot.QueryAsync(db => db.Participants.CountAsync()));
    }

    [Theory]
    [InlineData("leave", "left", "join", "welcome-back")]
    [InlineData("pause 2 weeks", "paused", "resume", "resumed")]
    [InlineData("pause 2 weeks", "paused", "join", "welcome-back")]
    [InlineData("skip", "skipped", "resume", "resumed")]
    [InlineData("skip", "skipped", "join", "welcome-back")]
    [InlineData("resume", "nothing-to-resume", "join", "already-in")]
    [InlineData("pause", "pause-until", "join", "already-in")]
    [InlineData("leave", "left", "skip", "not-in")]
    [InlineData("leave", "left", "settings", "not-in")]
    public async Task Coming_and_going(string first, string answer, string second, string then)
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        Assert.Equal((answer, then), (await KeyAsync(bot, first), await KeyAsync(bot, second)));
    }

    [Fact]
    public async Task After_the_skipped_round_one_is_in_and_told_so()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        await bot.SayAsync("UANA", "skip");
        await bot.HoldRoundAsync();
        Assert.Equal("already-in", await KeyAsync(bot, "join"));
    }

    [Fact]
    public async Task A_guest_is_told_who_is_paired_here()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.ExecuteAsync($"UPDATE people SET standing = 'Guest'");
        Assert.Equal("not-for-guests", await KeyAsync(bot, "join"));
        Assert.Equal(0, await bot.QueryAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task Settings_are_kept_and_stand_in_the_form_again()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        var form = await SettingsAsync(bot);
        var filled = Forms.AsOpened(form).With("seeks", "mentor").With("offers", "coach").With("goal", "Learn to say no").With("skills-offered", "sql 5")
            .With("level", "3").With("rhythm", "2").With("manager", "UBEN").With("do-not-match", "UCEM", "UANA");

        Assert.IsType<Say>(await bot.AnswerAsync("UANA", new SaveSettings(filled)));

        var again = Forms.AsOpened(await SettingsAsync(bot));
        Assert.Equal(("mentor", "coach", "Learn to say no", "sql 5"), (again.Text("seeks"), again.Text("offers"), again.Text("goal"), again.Text("skills-offered")));
        Assert.Equal(("3", "2", "UBEN", "UCEM"), (again.Text("level"), again.Text("rhythm"), again.Text("manager"), again.Many("do-not-match").Single())); // nobody blocks themselves
    }

    [Fact]
    public async Task A_refused_form_changes_nothing()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        var filled = Forms.AsOpened(await SettingsAsync(bot)).With("goal", "Learn to say no").With("years", "many");
        Assert.Equal(["years"], Assert.IsType<RefuseForm>(await bot.AnswerAsync("UANA", new SaveSettings(filled))).Faults.Keys);
        Assert.Null((await bot.QueryAsync(db => db.People.SingleAsync())).Profile.Goal);
    }

    [Fact]
    public async Task Only_admins_run_the_program()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        foreach (var intent in new Intent[] { new OpenAdmin(), new RunRoundNow(), new PreviewRound(), new SaveProgram(Forms.Filled(("name", "Mine"))) })
            Assert.Equal("only-for-organizers", Assert.IsType<Say>(await bot.AnswerAsync("UBEN", intent)).Message.Key);
        Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new OpenAdmin()));
        Assert.Equal("Weekly coffee", (await bot.QueryAsync(db => db.Programs.SingleAsync())).Name);
    }

    [Fact]
    public async Task A_form_that_is_asked_for_in_a_message_comes_as_a_button_with_its_name()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        await bot.AcceptAsync("E1", "UANA says admin");
        await bot.AcceptAsync("E2", "UANA says settings");
        while (await bot.ReadEventAsync())
        {
        }

        await bot.SendAsync();
        var labels = bot.Platform.Posts.SelectMany(post => post.Message.Pieces).OfType<Choices>().SelectMany(choices => choices.Items).Select(choice => (choice.Action, choice.Label));
        Assert.Equal([(ChatActions.Admin, "Run the program"), (ChatActions.Settings, "Change settings")], labels);
    }

    [Fact]
    public async Task The_program_is_saved_as_filled_in()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        var form = Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new OpenAdmin())).Form;
        await bot.AnswerAsync("UANA", new SaveProgram(Forms.AsOpened(form).With("name", "Friday tea").With("day", "5").With("every", "0").With("announce-in", "C1")));
        var program = await bot.QueryAsync(db => db.Programs.SingleAsync());
        Assert.Equal(("Friday tea", "C1", DayOfWeek.Friday, Every.Month), (program.Name, program.AnnounceIn, program.Cadence.Day, program.Cadence.Every));
    }

    private static async Task<ChatForm> SettingsAsync(Bot bot) => Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "settings")).Form;

    private static async Task<string> KeyAsync(Bot bot, string typed) => Assert.IsType<Say>(await bot.SayAsync("UANA", typed)).Message.Key;
}
