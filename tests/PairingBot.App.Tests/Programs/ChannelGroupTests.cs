using Microsoft.EntityFrameworkCore;
using PairingBot.App.Programs;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Tests.Programs;

/// <summary>Where channels belong to groups, as in Teams: G1 is a group with two channels, and Ana runs the program.</summary>
public sealed class ChannelGroupTests
{
    [Fact]
    public async Task The_channels_of_a_group_that_the_bot_came_into_can_be_chosen()
    {
        await using var bot = await StartAsync();
        Assert.Empty((await FieldAsync(bot)).Known);
        await EnterAsync(bot);
        Assert.Equal([new FormOption("C1", "Learning › General"), new FormOption("C2", "Learning › Pairs")], (await FieldAsync(bot)).Known);
    }

    [Fact]
    public async Task News_of_a_change_has_them_read_again_and_twice_is_once()
    {
        await using var bot = await StartAsync();
        await EnterAsync(bot);
        bot.Platform.Groups["G1"] = new ListedChannels("Learning", [new KnownChannel("C2", "Pairings")]);
        await bot.HappensAsync("bot enters G1", "bot enters G1");
        Assert.Equal((1, 0), (await bot.RunAsync<ReadChannels>(), await bot.RunAsync<ReadChannels>()));
        Assert.Equal(new FormOption("C2", "Learning › Pairings"), Assert.Single((await FieldAsync(bot)).Known));
    }

    [Fact]
    public async Task Channels_that_could_not_be_read_are_read_later()
    {
        await using var bot = await StartAsync();
        bot.Platform.Fail("list-channels", new Unavailable("time-out"), new RetryAfter(TimeSpan.FromSeconds(5)));
        await bot.HappensAsync("bot enters G1");
        Assert.Equal((0, 0), (await bot.RunAsync<ReadChannels>(), await bot.RunAsync<ReadChannels>()));
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await bot.RunAsync<ReadChannels>());
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await bot.RunAsync<ReadChannels>());
    }

    [Fact]
    public async Task A_group_that_is_not_there_any_more_is_forgotten()
    {
        await using var bot = await StartAsync();
        await bot.HappensAsync("bot enters G9");
        Assert.Equal(0, await bot.RunAsync<ReadChannels>());
        Assert.Equal(0, await bot.QueryAsync(db => db.ChannelGroups.CountAsync()));
    }

    [Fact]
    public async Task Taken_out_of_the_group_the_organizer_is_told_once_and_back_in_it_goes_on()
    {
        await using var bot = await LivingInAsync("C2");
        await bot.HappensAsync("bot quits G1", "bot quits G1");
        Assert.Equal(["channel-trouble"], bot.Platform.Keys("UANA"));
        Assert.Empty((await FieldAsync(bot)).Known);

        await EnterAsync(bot);
        await bot.SendAsync();
        Assert.Null((await bot.QueryAsync(db => db.Programs.SingleAsync())).ChannelTrouble);
        Assert.Equal(["channel-greeting", "channel-greeting"], bot.Platform.Keys("C2"));
    }

    [Fact]
    public async Task A_channel_that_is_gone_from_its_group_is_told_of_too()
    {
        await using var bot = await LivingInAsync("C2");
        bot.Platform.Groups["G1"] = new ListedChannels("Learning", [new KnownChannel("C1", "General")]);
        await EnterAsync(bot);
        await bot.SendAsync();
        Assert.Equal(["channel-trouble"], bot.Platform.Keys("UANA"));
    }

    [Fact]
    public async Task Whoever_comes_into_the_group_is_invited_as_into_the_channel_and_paused_when_they_leave()
    {
        await using var bot = await LivingInAsync("C2");
        await bot.HappensAsync("UBEN enters G1", "UBEN enters G1", "UBEN enters G9");
        Assert.Equal(["channel-invitation"], bot.Platform.Keys("UBEN"));
        await bot.SayAsync("UBEN", "join");
        await bot.HappensAsync("UBEN quits G1");
        Assert.Equal(ParticipantState.Paused, (await bot.QueryAsync(db => db.Participants.SingleAsync())).StateAt(bot.Clock.Now));
    }

    private static Task<Bot> StartAsync() => KnowingAsync(Bot.StartAsync("UANA", "UBEN"));

    private static async Task<Bot> KnowingAsync(Task<Bot> starting)
    {
        var bot = await starting;
        bot.Platform.Groups["G1"] = new ListedChannels("Learning", [new KnownChannel("C2", "Pairs"), new KnownChannel("C1", "General")]);
        return bot;
    }

    private static async Task<Bot> LivingInAsync(string channel)
    {
        var bot = await StartAsync();
        await EnterAsync(bot);
        await bot.SaveProgramAsync(("announce-in", channel));
        return bot;
    }

    private static async Task EnterAsync(Bot bot)
    {
        await bot.HappensAsync("bot enters G1");
        Assert.Equal(1, await bot.RunAsync<ReadChannels>());
    }

    private static async Task<ChannelField> FieldAsync(Bot bot) => Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new OpenAdmin())).Form.Pieces.OfType<ChannelField>().Single();
}
