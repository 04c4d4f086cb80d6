using Microsoft.EntityFrameworkCore;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Tests.Programs;

public sealed class GuestTests
{
    [Fact]
    public async Task A_guest_who_joined_before_that_was_known_is_told_and_not_dropped_in_silence()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UGUEST");
        await bot.HappensAsync("UGUEST is Guest", "UGUEST is Guest");
        Assert.Equal(["guest-leaves"], bot.Platform.Keys("UGUEST"));
        var pairing = Assert.Single(await bot.HoldRoundAsync());
        Assert.Equal(2, pairing.Members.Count);
        Assert.Equal("not-for-guests", Assert.IsType<Say>(await bot.SayAsync("UGUEST", "join")).Message.Key);
    }

    [Fact]
    public async Task Where_guests_may_take_part_they_are_paired()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        await bot.SaveProgramAsync(("guests", "may-take-part"));
        await bot.HappensAsync("UGUEST is Guest");
        Assert.Equal("joined", Assert.IsType<Say>(await bot.SayAsync("UGUEST", "join")).Message.Key);
        Assert.Single(await bot.HoldRoundAsync());
        Assert.DoesNotContain("guest-leaves", bot.Platform.Keys("UGUEST"));
    }

    [Fact]
    public async Task When_guests_are_no_longer_welcome_each_is_told_once()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        await bot.SaveProgramAsync(("guests", "may-take-part"));
        await bot.HappensAsync("UGUEST is Guest");
        await bot.SayAsync("UGUEST", "join");
        await bot.SaveProgramAsync(("guests", ""));
        await bot.SaveProgramAsync(("name", "Members only"));
        Assert.Equal(["guest-leaves"], bot.Platform.Keys("UGUEST"));
    }

    [Theory]
    [InlineData(DirectoryStanding.Bot)]
    [InlineData(DirectoryStanding.Deactivated)]
    [InlineData(DirectoryStanding.Stranger)]
    public async Task Nobody_else_is_paired_or_written_to_even_where_guests_are(DirectoryStanding standing)
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UODD");
        await bot.SaveProgramAsync(("guests", "may-take-part"), ("week-question", "silence-is-in"));
        await bot.HappensAsync($"UODD is {standing}");
        Assert.Equal(2, Assert.Single(await bot.HoldRoundAsync()).Members.Count);
        Assert.Empty(bot.Platform.Keys("UODD"));
        Assert.DoesNotContain(bot.Platform.Opened, members => members.Contains("UODD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_directory_says_never_goes_before_what_the_person_says()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var listed = RecordingPlatform.Listed("UBEN") with { Facts = new DirectoryFacts("Support", 3, new DateOnly(2020, 1, 15), "UANA") };
        await TellAsync(bot, listed);
        var said = await bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UBEN"));
        Assert.Equal(("Support", 3, 6), (said.Department, said.Level, said.YearsOfExperience(bot.Clock.Now)));
        Assert.Equal((await bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UANA"))).Id, said.Manager);
        Assert.Null(said.Profile.Department);

        await bot.ChangeAsync(db =>
        {
            var ben = db.People.Single(person => person.ExternalId == "UBEN");
            ben.Describe(ben.Profile with { Department = "Design", Level = 1, YearsOfExperience = 20 }, [], null);
        });
        await TellAsync(bot, listed with { Facts = null }); // a list without fields says nothing of them
        var now = await bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UBEN"));
        Assert.Equal(("Design", 1, 20, "Support"), (now.Department, now.Level, now.YearsOfExperience(bot.Clock.Now), now.Listing.Department));
    }

    [Fact]
    public async Task The_manager_whom_the_directory_names_is_never_a_match()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Directory[1] = bot.Platform.Directory[1] with { Facts = new DirectoryFacts(Manager: "UANA") };
        await bot.ExecuteAsync($"UPDATE installations SET people_read_at = NULL");
        await bot.RunAsync<PairingBot.App.Installations.ReadDirectory>();
        Assert.Empty(await bot.HoldRoundAsync());
    }

    private static async Task TellAsync(Bot bot, DirectoryPerson listed)
    {
        await bot.Inbox.AnswerAsync(new ChatRequest(bot.Platform.Workspace, new ChatSender(listed.ExternalId), new PersonChanged(listed), ChatPlace.Event), CancellationToken.None);
        await bot.SendAsync();
    }
}
