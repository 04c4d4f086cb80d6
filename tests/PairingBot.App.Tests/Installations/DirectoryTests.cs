using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Tests.Installations;

public sealed class DirectoryTests
{
    [Fact]
    public async Task Bots_strangers_and_people_who_had_left_are_not_kept()
    {
        await using var bot = await Bot.StartAsync("UANA");
        bot.Platform.Directory.AddRange([Listed("UGUEST", DirectoryStanding.Guest), Listed("UBOT", DirectoryStanding.Bot), Listed("UGONE", DirectoryStanding.Deactivated), Listed("UOTHER", DirectoryStanding.Stranger)]);
        await ReadAgainAsync(bot);
        Assert.Equal([("UANA", DirectoryStanding.Member), ("UGUEST", DirectoryStanding.Guest)], await PeopleAsync(bot));
    }

    [Theory]
    [InlineData(DirectoryStanding.Bot)]
    [InlineData(DirectoryStanding.Deactivated)]
    [InlineData(DirectoryStanding.Stranger)]
    public async Task News_of_somebody_who_would_not_be_kept_keeps_nobody(DirectoryStanding standing)
    {
        await using var bot = await Bot.StartAsync("UANA");
        await TellAsync(bot, "UNEW", standing);
        Assert.Equal([("UANA", DirectoryStanding.Member)], await PeopleAsync(bot));
    }

    [Fact]
    public async Task News_of_a_new_colleague_makes_them_known()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await TellAsync(bot, "UNEW", DirectoryStanding.Member);
        Assert.Equal("UNEW of the House", (await bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UNEW"))).Name);
    }

    [Fact]
    public async Task Whoever_leaves_the_company_later_is_kept_as_such_and_no_longer_paired()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await TellAsync(bot, "UBEN", DirectoryStanding.Deactivated);
        Assert.Equal([("UANA", DirectoryStanding.Member), ("UBEN", DirectoryStanding.Deactivated)], await PeopleAsync(bot));
        Assert.Empty(await bot.HoldRoundAsync());
    }

    [Fact]
    public async Task A_reading_is_not_repeated_while_it_is_fresh_unless_somebody_unknown_turns_up()
    {
        await using var bot = await Bot.StartAsync("UANA");
        Assert.Equal(0, await bot.RunAsync<ReadDirectory>());
        await bot.SayAsync("UNEW", "join");
        bot.Platform.Directory.Add(Listed("UNEW", DirectoryStanding.Member));
        Assert.Equal(2, await bot.RunAsync<ReadDirectory>());
        Assert.Equal("UNEW of the House", (await bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UNEW"))).Name);
    }

    [Fact]
    public async Task A_reading_that_has_to_wait_goes_on_where_it_was()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.ExecuteAsync($"UPDATE installations SET people_read_at = NULL");
        bot.Platform.Cursors.Clear();
        PagesAre(bot, Page("b", "U1"), new(null, new RetryAfter(TimeSpan.FromSeconds(30))), Page("c", "U2"), Page("d"), Page(null, "U3"));
        Assert.Equal(1, await bot.RunAsync<ReadDirectory>());
        Assert.Null((await bot.QueryAsync(db => db.Installations.SingleAsync())).PeopleReadAt);

        await using var other = await bot.AnotherHostAsync(); // or after a restart
        Assert.Equal(2, await other.RunAsync<ReadDirectory>());
        Assert.Equal([null, "b", "b", "c", "d"], bot.Platform.Cursors); // no page was lost, none was read twice, an empty one is no end
        Assert.Equal(["U1", "U2", "U3", "UANA"], (await PeopleAsync(bot)).Select(person => person.Item1));
        Assert.NotNull((await bot.QueryAsync(db => db.Installations.SingleAsync())).PeopleReadAt);
    }

    [Fact]
    public async Task A_place_that_is_no_longer_known_begins_the_reading_again_once()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.ExecuteAsync($"UPDATE installations SET people_read_at = NULL, people_cursor = 'old'");
        bot.Platform.Cursors.Clear();
        DirectoryResult<DirectoryPage> unknown = new(null, new Gone(GoneScope.Message, "invalid_cursor"));
        PagesAre(bot, unknown, Page("b", "U1"), unknown, Page("b", "U1"));
        Assert.Equal(1, await bot.RunAsync<ReadDirectory>());
        Assert.Equal(["old", null, "b"], bot.Platform.Cursors);
    }

    [Fact]
    public async Task Where_a_platform_lets_in_many_each_that_speaks_to_us_is_an_installation_of_its_own()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        bot.Platform.LetsInMany = true;
        Assert.Equal("joined", Assert.IsType<Say>(await bot.SayAsync("UANA", "join", workspace: "T2")).Message.Key);
        Assert.Equal(["T1", "T2"], await bot.QueryAsync(db => db.Installations.Select(each => each.ExternalId).Order().ToListAsync()));
        Assert.Equal(2, await bot.QueryAsync(db => db.People.CountAsync(person => person.ExternalId == "UANA")));
    }

    [Fact]
    public async Task Another_workspace_is_refused_and_leaves_nothing_behind()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var reply = Assert.IsType<Say>(await bot.SayAsync("UANA", "join", workspace: "T2"));
        Assert.Equal("stranger", reply.Message.Key);
        Assert.Equal((1, 1, 0), (await bot.QueryAsync(db => db.Installations.CountAsync()), await bot.QueryAsync(db => db.People.CountAsync()), await bot.QueryAsync(db => db.Participants.CountAsync())));
    }

    [Fact]
    public async Task Two_first_requests_make_one_installation_with_one_program()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.ExecuteAsync($"DELETE FROM installations");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => bot.SayAsync($"U{number}", "join")));
        Assert.Equal((1, 1, 8), (await bot.QueryAsync(db => db.Installations.CountAsync()), await bot.QueryAsync(db => db.Programs.CountAsync()), await bot.QueryAsync(db => db.Participants.CountAsync())));
    }

    [Fact]
    public async Task A_stranger_in_a_shared_channel_is_answered_and_not_kept()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var request = new ChatRequest(bot.Platform.Workspace, new ChatSender("UOTHER", IsStranger: true), new JoinProgram(), ChatPlace.Command);
        Assert.Equal("stranger", Assert.IsType<Say>(await bot.Inbox.AnswerAsync(request, CancellationToken.None)).Message.Key);
        Assert.Equal(1, await bot.QueryAsync(db => db.People.CountAsync()));
    }

    private static void PagesAre(Bot bot, params DirectoryResult<DirectoryPage>[] pages)
    {
        foreach (var page in pages) bot.Platform.Pages.Enqueue(page);
    }

    private static DirectoryResult<DirectoryPage> Page(string? next, params string[] people) =>
        new(new DirectoryPage([.. people.Select(who => RecordingPlatform.Listed(who))], next), null);

    private static DirectoryPerson Listed(string who, DirectoryStanding standing) => RecordingPlatform.Listed(who, standing);

    private static async Task ReadAgainAsync(Bot bot)
    {
        await bot.ExecuteAsync($"UPDATE installations SET people_read_at = NULL");
        await bot.RunAsync<ReadDirectory>();
    }

    private static async Task TellAsync(Bot bot, string who, DirectoryStanding standing)
    {
        await bot.AcceptAsync($"{who} {standing}", $"{who} is {standing}");
        Assert.True(await bot.ReadEventAsync());
    }

    private static async Task<IEnumerable<(string, DirectoryStanding)>> PeopleAsync(Bot bot) =>
        (await bot.QueryAsync(db => db.People.OrderBy(person => person.ExternalId).ToListAsync())).Select(person => (person.ExternalId, person.Standing));
}
