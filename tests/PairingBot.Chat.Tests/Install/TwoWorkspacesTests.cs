using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.App.Nudges;
using PairingBot.App.Rounds;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.Chat.Tests.Install;

/// <summary>Two workspaces whose people, channels and conversations have the same ids: whatever is done in one, the other neither sees it nor changes by it, and each call has its own token.</summary>
public sealed class TwoWorkspacesTests : IAsyncLifetime
{
    /// <summary>Looking changes nothing, nor does news that is known by then; the last of all finds no token any more.</summary>
    private static readonly string[] OfNoEffect = ["app_home_opened", "message", "user_profile_changed", "group_archive", "tokens_revoked"];

    private static readonly string[] People = ["UANA", "UBEN", "UCEM", "UDOT"];

    private ManyHost bot = null!;
    private OwnedRows rows = null!;

    public async Task InitializeAsync()
    {
        bot = await ManyHost.StartAsync("T1", "T2");
        rows = await OwnedRows.LearnAsync(bot.Database.ConnectionString);
        foreach (var team in new[] { "T1", "T2" })
            foreach (var who in People)
            {
                await bot.CommandAsync(team, "join", who);
                await bot.CommandAsync(team, $"goal something of {team}", who);
            }

        await bot.QueryAsync(async db =>
        {
            foreach (var program in await db.Programs.ToListAsync()) program.MoveInto("C1");
            return await db.SaveChangesAsync();
        });
        await RoundsAsync();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("T1", "T2")]
    [InlineData("T2", "T1")]
    public async Task Whatever_is_done_in_one_leaves_the_other_as_it_was(string team, string other)
    {
        string[] arguments = [Introduction.Argument(await PairingAsync(team)), Introduction.Argument(await PairingAsync(other)), "nonsense"];
        var before = await rows.OfAsync(other);
        HashSet<string> changed = [];

        foreach (var (name, send) in SlackDrive.All(team, "UANA", arguments))
        {
            await bot.CommandAsync(team, "join"); // whatever the request before it did
            await bot.SendMailAsync();
            var (own, calls) = (await rows.OfAsync(team), bot.Slack.Calls.Count);

            var answer = await send(bot);
            await bot.SendMailAsync();

            Assert.True(answer.Status == 200, name);
            Assert.True(before == await rows.OfAsync(other), $"{name} in {team} changed {other}");
            AssertOf(team, other, name, answer.Body, bot.Slack.Calls.Skip(calls));
            if (own != await rows.OfAsync(team)) changed.Add(name);
        }

        Assert.True(changed.Count > 30, $"only {changed.Count} requests did anything"); // so the drive is more than politely refused
        Assert.Superset(SlackDrive.Events(team, "UANA").Select(each => $"event {each.Name}").Except(OfNoEffect.Select(name => $"event {name}")).ToHashSet(), changed);
    }

    /// <summary>What the drive sends is out of the lists by which the bot reads; were something read that stands in none of them, it would be missed here.</summary>
    [Fact]
    public void Everything_that_somebody_can_want_is_tried()
    {
        Intent?[] tried =
        [
            .. SlackDrive.Words.Select(IntentReader.FromCommand), .. SlackDrive.Actions.Select(action => IntentReader.FromPress(action, "x")),
            .. SlackDrive.Forms.Select(form => IntentReader.FromForm(form, "x", new FormAnswers(new Dictionary<string, IReadOnlyList<string>>()))),
            .. SlackDrive.Events("T1", "UANA").Select(each => bot.Platform.Read($$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{{each.Inner}}}""")!.Intent),
        ];
        var all = typeof(Intent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Intent)) && !type.IsAbstract);

        Assert.Equal([typeof(ChannelGroupEntered), typeof(ChannelGroupLeft), typeof(PeopleJoinedGroup), typeof(PeopleLeftGroup), typeof(PersonLost), typeof(PersonReached)], all.Except(tried.OfType<Intent>().Select(intent => intent.GetType())).OrderBy(type => type.Name)); // of these only Teams tells
    }

    [Fact]
    public async Task Rounds_nudges_mail_and_directories_stay_within_their_workspace()
    {
        var calls = bot.Slack.Calls.Count;
        await bot.QueryAsync(db => db.Installations.ExecuteUpdateAsync(row => row.SetProperty(each => each.PeopleReadAt, (DateTimeOffset?)null)));
        await bot.RunAsync<ReadDirectory>();
        await RoundsAsync();
        bot.Clock.Advance(TimeSpan.FromDays(4));
        Assert.NotEqual(0, await bot.RunAsync<SendDueNudges>());
        await bot.SendMailAsync();

        var made = bot.Slack.Calls.Skip(calls).ToList();
        foreach (var (team, other) in new[] { ("T1", "T2"), ("T2", "T1") })
        {
            var own = made.Where(call => bot.Towns.TeamOf(call) == team).ToList();
            Assert.Subset(own.Select(call => call.Name).ToHashSet(), new HashSet<string> { "auth.test", "users.list", "conversations.open", "chat.postMessage", "chat.update" });
            AssertOf(team, other, "the jobs", "", own);
        }

        Assert.All(made, call => Assert.NotNull(bot.Towns.TeamOf(call)));
        var homes = await bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.Id, person => person.InstallationId));
        Assert.All(await bot.QueryAsync(db => db.Pairings.ToListAsync()), pairing => Assert.Single(pairing.Members.Select(member => homes[member.PersonId]).Distinct()));
    }

    private void AssertOf(string team, string other, string name, string answer, IEnumerable<SlackCall> calls)
    {
        Assert.DoesNotContain($"of {other}", answer, StringComparison.Ordinal);
        foreach (var call in calls)
        {
            Assert.True((bot.Towns.TeamOf(call) ?? call.Name) == team, $"{name} in {team} called {call.Name} as another"); // an answer at a press goes to that press's address, without a token
            Assert.False(call.Body.Contains($"of {other}", StringComparison.Ordinal) || call.Body.Contains($"{other}U", StringComparison.Ordinal), $"{name} in {team} told of {other}: {call.Body}");
        }
    }

    private Task<Pairing> PairingAsync(string team) => bot.QueryAsync(db => db.Pairings
        .Where(pairing => pairing.Members.Any(member => db.People.Any(person => person.Id == member.PersonId && person.ExternalId == "UANA" && db.Installations.Any(home => home.Id == person.InstallationId && home.ExternalId == team))))
        .FirstAsync());

    private async Task RoundsAsync()
    {
        bot.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(2, await bot.RunAsync<OpenDueRounds>());
        Assert.Equal(2, await bot.RunAsync<IntroduceRounds>());
        await bot.SendMailAsync();
    }
}
