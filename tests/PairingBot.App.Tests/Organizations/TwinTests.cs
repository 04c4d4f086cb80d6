using Microsoft.EntityFrameworkCore;
using PairingBot.App.Organizations;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;
using static PairingBot.App.Tests.Organizations.TwoSides;

namespace PairingBot.App.Tests.Organizations;

/// <summary>Somebody with an account on both sides: UDUO and TDUO have one e-mail address.</summary>
public sealed class TwinTests
{
    [Fact]
    public async Task Both_accounts_are_asked_in_private_once_and_until_then_they_are_not_paired_with_each_other()
    {
        await using var sides = await TwiceAsync("UANA", "TANA");
        await sides.SayAsync("UANA", "leave");
        await sides.SayAsync("TANA", "leave");

        await sides.RunAsync<FindTwins>();
        await sides.RunAsync<FindTwins>();
        await sides.Bot.SendAsync();

        foreach (var who in (string[])["UDUO", "TDUO"])
            Assert.Equal(["twin-here", "twin-there", "twin-not-me"], Press(sides, who).Select(choice => choice.Action));
        Assert.Contains("At Contoso there is somebody with your e-mail address (duo@example.com)", Words(Question(sides, "UDUO")), StringComparison.Ordinal);
        Assert.Empty(await sides.HoldRoundAsync());
    }

    [Fact]
    public async Task A_yes_from_one_account_alone_makes_nobody_one()
    {
        await using var sides = await TwiceAsync("UANA", "TANA");
        await sides.RunAsync<FindTwins>();
        await sides.Bot.SendAsync();

        Assert.Equal("twin-kept", Key(await SayAsync(sides, "TDUO", "twin-here")));
        Assert.Equal("twin-kept", Key(await SayAsync(sides, "TDUO", "twin-there")));

        Assert.Null((await sides.PersonAsync("UDUO")).SameAs);
        Assert.Null((await sides.PersonAsync("TDUO")).SameAs);
    }

    [Fact]
    public async Task With_a_yes_from_each_they_are_one_who_is_paired_and_written_to_where_they_chose_and_acts_on_either_side()
    {
        await using var sides = await OneAsync();
        Assert.Equal((await sides.PersonAsync("TDUO")).Id, (await sides.PersonAsync("UDUO")).SameAs);
        var before = sides.Read("UDUO").Count;

        var pairings = await sides.HoldRoundAsync();

        var (counted, other) = (await OneId(sides), (await sides.PersonAsync("UDUO")).Id);
        var own = Assert.Single(pairings, pairing => pairing.Includes(counted));
        Assert.DoesNotContain(pairings, pairing => pairing.Includes(other));
        Assert.Equal("introduction", sides.Introduction("TDUO").Key);
        Assert.Equal(before, sides.Read("UDUO").Count);
        await sides.PressAsync("UDUO", ChatActions.Met, Id(own.Id));
        await sides.SayAsync("UDUO", "pause 2 weeks");
        await sides.Bot.SendAsync();
        Assert.Equal(PairingState.Met, (await sides.PairingsAsync()).Single(pairing => pairing.Id == own.Id).State);
        Assert.Contains("reflection-prompt", sides.Read("TDUO").Select(message => message.Key));
        Assert.Equal(before, sides.Read("UDUO").Count);
        Assert.Contains("paused until", Words(Assert.IsType<Say>(await sides.SayAsync("TDUO", "home")).Message), StringComparison.Ordinal);
        Assert.Contains(sides.Slack.Homes, home => home.Person == "UDUO"); // the home of the account by which they acted
    }

    [Fact]
    public async Task What_was_the_other_account_s_is_theirs_blocks_history_and_reflections_included()
    {
        await using var sides = await TwiceAsync("UANA", "UBEN", "TANA");
        await sides.SayAsync("TDUO", "leave");
        await sides.SayAsync("TANA", "leave");
        await sides.SayAsync("UBEN", "leave");
        var held = Assert.Single(await sides.HoldRoundAsync());
        await sides.PressAsync("UDUO", ChatActions.Met, Id(held.Id));
        await sides.AnswerAsync("UDUO", new SaveReflection(Id(held.Id), Forms.Filled(("takeaway", "ask early"), ("given", "patience"))));
        var (duo, ben) = (await sides.PersonAsync("UDUO"), await sides.PersonAsync("UBEN"));
        await sides.Bot.ChangeAsync(db => db.DoNotMatches.Add(DoNotMatch.Between(duo, ben)));
        await sides.RunAsync<FindTwins>();
        await sides.Bot.SendAsync();

        await SayAsync(sides, "UDUO", "twin-there");
        Assert.Equal("twin-one", Key(await SayAsync(sides, "TDUO", "twin-here")));

        var form = Assert.IsType<OpenForm>(await sides.PressAsync("TDUO", ChatActions.Reflect, Id(held.Id))).Form;
        Assert.Equal("ask early", form.Pieces.OfType<TextField>().First(field => field.Key == "takeaway").Value);
        await sides.SayAsync("UBEN", "join");
        var one = await OneId(sides);
        Assert.DoesNotContain(await sides.HoldRoundAsync(), pairing => pairing.Includes(one)); // with Ana just now, with Ben never
        Assert.False((await sides.Bot.QueryAsync(db => db.Participants.SingleAsync(row => db.People.Any(person => person.Id == row.PersonId && person.ExternalId == "TDUO") && db.Programs.Any(program => program.Id == row.ProgramId && program.LastRoundNumber > 0)))).HasLeft);
    }

    [Fact]
    public async Task Whoever_says_that_it_is_not_them_is_not_asked_again_and_nothing_can_make_them_one()
    {
        await using var sides = await TwiceAsync("UANA", "TANA");
        await sides.RunAsync<FindTwins>();
        await sides.Bot.SendAsync();

        Assert.Equal("twin-two", Key(await SayAsync(sides, "UDUO", "twin-not-me")));

        Assert.Equal("twin-settled", Key(await SayAsync(sides, "TDUO", "twin-here")));
        Assert.Equal("twin-settled", Key(await SayAsync(sides, "UDUO", "twin-here")));
        await sides.RunAsync<FindTwins>();
        Assert.Null((await sides.PersonAsync("TDUO")).SameAs);
        Assert.Equal(2, await sides.Bot.QueryAsync(db => db.Outbox.CountAsync(row => row.Once!.StartsWith("twin:"))));
    }

    [Fact]
    public async Task Nobody_can_say_it_of_an_account_that_they_were_not_asked_about()
    {
        await using var sides = await TwiceAsync("UANA", "TANA", "TEVE");
        await sides.RunAsync<FindTwins>();
        var victim = await sides.PersonAsync("UANA");

        Assert.Equal("twin-settled", Key(await sides.PressAsync("TEVE", ChatActions.TwinHere, Id(victim.Id))));
        Assert.Equal("twin-settled", Key(await sides.PressAsync("TEVE", ChatActions.TwinUndo, Id(victim.Id))));

        await sides.Bot.ExecuteAsync($"UPDATE people SET email = 'other@example.com' WHERE external_id = 'TDUO'");
        await SayAsync(sides, "UDUO", "twin-here", await sides.PersonAsync("TDUO"));
        Assert.Equal("twin-settled", Key(await SayAsync(sides, "TDUO", "twin-here", await sides.PersonAsync("UDUO"))));
    }

    [Fact]
    public async Task They_can_be_two_again()
    {
        await using var sides = await OneAsync();

        var undo = Assert.Single(sides.Read("UDUO").Last().Pieces.OfType<Choices>().Single().Items); // the last word to the account that does not count
        Assert.Equal("twin-undone", Key(await sides.PressAsync("UDUO", undo.Action, undo.Argument)));

        Assert.Null((await sides.PersonAsync("UDUO")).SameAs);
        Assert.Equal("welcome-back", Key(await sides.SayAsync("UDUO", "join")));
        await sides.RunAsync<FindTwins>();
        Assert.Equal(2, await sides.Bot.QueryAsync(db => db.Outbox.CountAsync(row => row.Once!.StartsWith("twin:"))));
        var (one, other) = (await OneId(sides), (await sides.PersonAsync("UDUO")).Id);
        Assert.All(await sides.HoldRoundAsync(), pairing => Assert.False(pairing.Includes(one) && pairing.Includes(other)));
    }

    [Fact]
    public async Task Both_presses_at_once_make_them_one_or_ask_for_another_press_and_wait_for_nobody()
    {
        await using var sides = await TwiceAsync("UANA", "TANA");
        await sides.RunAsync<FindTwins>();
        await sides.Bot.SendAsync();

        for (var tries = 0; tries < 20 && (await sides.PersonAsync("UDUO")).SameAs is null; tries++)
            await Task.WhenAll(SayAsync(sides, "UDUO", "twin-there"), SayAsync(sides, "TDUO", "twin-here"));

        Assert.Equal((await sides.PersonAsync("TDUO")).Id, (await sides.PersonAsync("UDUO")).SameAs);
    }

    /// <summary>With these, and with one who is on both sides; all of them take part, and the sides are connected.</summary>
    private static async Task<TwoSides> TwiceAsync(params string[] people)
    {
        var sides = await StartAsync([.. people, "UDUO", "TDUO"]);
        foreach (var side in (RecordingPlatform[])[sides.Slack, sides.Teams])
        {
            var duo = side.Directory.FindIndex(listed => listed.ExternalId.EndsWith("DUO", StringComparison.Ordinal));
            side.Directory[duo] = side.Directory[duo] with { Email = "Duo@Example.com" };
        }

        await sides.ReadAgainAsync();
        await sides.ConnectAsync();
        return sides;
    }

    /// <summary>They chose the tenant.</summary>
    private static async Task<TwoSides> OneAsync()
    {
        var sides = await TwiceAsync("UANA", "TANA");
        await sides.RunAsync<FindTwins>();
        await sides.Bot.SendAsync();
        await SayAsync(sides, "UDUO", "twin-here");
        Assert.Equal("twin-one", Key(await SayAsync(sides, "TDUO", "twin-here")));
        await sides.Bot.SendAsync();
        return sides;
    }

    private static Task<Guid> OneId(TwoSides sides) => sides.Bot.QueryAsync(db => db.People.Where(person => person.ExternalId == "TDUO").Select(person => person.Id).SingleAsync());

    private static ChatMessage Question(TwoSides sides, string who) => Assert.Single(sides.Read(who), message => message.Key == "twin-question");

    private static IReadOnlyList<Choice> Press(TwoSides sides, string who) => Question(sides, who).Pieces.OfType<Choices>().Single().Items;

    private static Task<Reply> SayAsync(TwoSides sides, string who, string action, Person? of = null)
    {
        var argument = of is null ? Press(sides, who)[0].Argument : Id(of.Id);
        return sides.PressAsync(who, action, argument);
    }
}
