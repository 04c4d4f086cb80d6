using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Installations;

/// <summary>Two workspaces in one database, whose people have the same ids: neither ever sees anything of the other.</summary>
public sealed class ScopeTests
{
    [Fact]
    public async Task Rounds_pair_within_one_workspace_and_write_to_that_one()
    {
        await using var bot = await StartAsync();
        foreach (var (who, workspace) in Everybody) await bot.SayAsync(who, "join", workspace);

        var pairings = await bot.HoldRoundAsync();

        Assert.Equal(2, pairings.Count);
        var homes = await bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.Id, person => person.InstallationId));
        Assert.All(pairings, pairing => Assert.Single(pairing.Members.Select(member => homes[member.PersonId]).Distinct()));
        Assert.Equal(["T1", "T2"], bot.Platform.Posts.Where(post => post.Message.Key == "introduction-opener").Select(post => post.Installation.ExternalId).Order());
    }

    [Fact]
    public async Task A_pairing_of_one_workspace_is_out_of_reach_from_the_other()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("UANA", "join");
        await bot.SayAsync("UBEN", "join");
        var pairing = Assert.Single(await bot.HoldRoundAsync());

        foreach (var intent in Presses(Introduction.Argument(pairing)))
            Assert.Equal("not-yours", Assert.IsType<Say>(await bot.AnswerAsync("UANA", intent, "T2")).Message.Key);
        Assert.Equal("not-in", Assert.IsType<Say>(await bot.SayAsync("UANA", "why", "T2")).Message.Key);
        Assert.Equal(PairingState.Introduced, (await bot.QueryAsync(db => db.Pairings.SingleAsync())).State);
    }

    [Fact]
    public async Task Managers_and_silent_wishes_name_people_of_one_s_own_workspace()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("UANA", "join", "T2");
        var form = Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "settings", "T2")).Form;

        await bot.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("manager", "UBEN").With("do-not-match", "UBEN")), "T2");

        var home = (await bot.QueryAsync(db => db.Installations.SingleAsync(each => each.ExternalId == "T2"))).Id;
        var ana = await bot.QueryAsync(db => db.People.SingleAsync(person => person.InstallationId == home && person.ExternalId == "UANA"));
        var ben = await bot.QueryAsync(db => db.People.SingleAsync(person => person.InstallationId == home && person.ExternalId == "UBEN"));
        Assert.Equal(ben.Id, ana.ManagerId);
        Assert.Equal((ana.Id, ben.Id), await bot.QueryAsync(db => db.DoNotMatches.Select(wish => new ValueTuple<Guid, Guid>(wish.PersonId, wish.OtherId)).SingleAsync()));
    }

    [Fact]
    public async Task A_snapshot_holds_wishes_and_reporting_lines_of_its_own_workspace_only()
    {
        await using var bot = await StartAsync();
        foreach (var (who, workspace) in Everybody) await bot.SayAsync(who, "join", workspace);
        var form = Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "settings", "T2")).Form;
        await bot.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("manager", "UBEN").With("do-not-match", "UBEN")), "T2");

        var program = await bot.QueryAsync(db => db.Programs.SingleAsync(each => db.Installations.Any(home => home.Id == each.InstallationId && home.ExternalId == "T1")));
        var snapshot = await bot.InScopeAsync<SnapshotTaker, RoundSnapshot>(taker => taker.TakeAsync(program, bot.Clock.Now, CancellationToken.None));

        Assert.Equal((2, 0), (snapshot.Candidates.Count, snapshot.ReportingLines.Count));
        Assert.All(snapshot.Candidates, candidate => Assert.Empty(candidate.DoNotMatch));
    }

    [Fact]
    public async Task The_same_people_have_a_conversation_of_their_own_in_each()
    {
        await using var bot = await StartAsync();
        foreach (var (who, workspace) in Everybody) await bot.SayAsync(who, "join", workspace);
        await bot.HoldRoundAsync();
        var known = await bot.QueryAsync(db => db.Conversations.ToListAsync());
        Assert.Equal(2, known.Count(conversation => conversation.Members == "UANA,UBEN"));
    }

    private static IEnumerable<(string Who, string Workspace)> Everybody => [("UANA", "T1"), ("UBEN", "T1"), ("UANA", "T2"), ("UBEN", "T2")];

    private static IEnumerable<Intent> Presses(string pairing) =>
        [new SayTimeFound(pairing), new SayMet(pairing), new SayNotMet(pairing), new OpenReflection(pairing), new SaveReflection(pairing, Forms.Filled(("takeaway", "x"))), new SayActionOutcome(pairing, "done")];

    private static async Task<Bot> StartAsync()
    {
        var bot = await Bot.StartAsync("UANA", "UBEN");
        var other = Installation.Adopt(new InstallationKey("slack", "T2"), bot.Clock.Now);
        await bot.ChangeAsync(db => db.Installations.Add(other));
        await bot.ChangeAsync(db =>
        {
            db.Attach(other).Entity.PeopleRead(bot.Clock.Now);
            db.Programs.Add(PairingProgram.WeeklyCoffee(other.Id, "Etc/UTC", ["peer", "mentor"], bot.Clock.Now));
            foreach (var who in new[] { "UANA", "UBEN" })
            {
                var person = Person.Meet(other.Id, who);
                person.Listed(RecordingPlatform.Listed(who));
                db.People.Add(person);
            }
        });
        return bot;
    }
}
