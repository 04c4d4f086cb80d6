using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.App.Programs;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Tests.Programs;

/// <summary>A program that lives in a channel. Ana runs it; C1 is its channel.</summary>
public sealed class ChannelTests
{
    [Fact]
    public async Task Joining_the_channel_invites_once_and_enrols_nobody()
    {
        await using var bot = await LivingInAsync("invites");
        await bot.HappensAsync("UBEN joins C1", "UBEN leaves C1", "UBEN joins C1");
        Assert.Equal(["channel-invitation"], bot.Platform.Keys("UBEN"));
        Assert.Equal(0, await bot.QueryAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task The_answer_takes_the_invitations_place()
    {
        await using var bot = await LivingInAsync("invites");
        await bot.HappensAsync("UBEN joins C1", "UCEM joins C1");
        Assert.Equal(("joined", true), await bot.PressAsync("UBEN", ChatActions.JoinInvited));
        Assert.Equal(("channel-not-now", true), await bot.PressAsync("UCEM", ChatActions.NotNow));
        Assert.Equal(1, await bot.QueryAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task After_a_long_while_one_may_be_invited_again()
    {
        await using var bot = await LivingInAsync("invites");
        await bot.HappensAsync("UBEN joins C1");
        bot.Clock.Advance(Arrival.InvitedAgainAfter);
        await bot.HappensAsync("UBEN leaves C1", "UBEN joins C1");
        Assert.Equal(["channel-invitation", "channel-invitation"], bot.Platform.Keys("UBEN"));
    }

    [Fact]
    public async Task A_program_that_enrols_says_so_and_lets_go_at_one_press()
    {
        await using var bot = await LivingInAsync("enrols");
        await bot.HappensAsync("UBEN joins C1");
        Assert.Equal(["channel-enrolled"], bot.Platform.Keys("UBEN"));
        Assert.Equal(ParticipantState.Active, await StateAsync(bot));
        Assert.Equal("left", (await bot.PressAsync("UBEN", ChatActions.Leave)).Key);

        await bot.HappensAsync("UBEN leaves C1", "UBEN joins C1");
        Assert.Equal(ParticipantState.Left, await StateAsync(bot)); // their own word goes before the channel
        Assert.Equal(["channel-enrolled"], bot.Platform.Keys("UBEN"));
    }

    [Fact]
    public async Task Leaving_the_channel_pauses_and_coming_back_ends_that()
    {
        await using var bot = await LivingInAsync("enrols");
        await bot.HappensAsync("UBEN joins C1", "UBEN leaves C1", "UBEN leaves C1");
        Assert.Equal(["channel-enrolled", "channel-away"], bot.Platform.Keys("UBEN"));
        Assert.Equal(ParticipantState.Paused, await StateAsync(bot));

        await bot.HappensAsync("UBEN joins C1");
        Assert.Equal(["channel-enrolled", "channel-away", "channel-back"], bot.Platform.Keys("UBEN"));
        Assert.Equal(ParticipantState.Active, await StateAsync(bot));
    }

    [Fact]
    public async Task Whoever_left_the_channel_may_stay_in_anyway()
    {
        await using var bot = await LivingInAsync("invites");
        await bot.SayAsync("UBEN", "join");
        await bot.HappensAsync("UBEN leaves C1");
        Assert.Equal(("channel-stayed-in", true), await bot.PressAsync("UBEN", ChatActions.StayIn));
        Assert.Equal(ParticipantState.Active, await StateAsync(bot));
    }

    [Fact]
    public async Task A_pause_of_ones_own_is_not_ended_by_the_channel()
    {
        await using var bot = await LivingInAsync("invites");
        await bot.SayAsync("UBEN", "join");
        await bot.SayAsync("UBEN", "pause 2 weeks");
        await bot.HappensAsync("UBEN leaves C1", "UBEN joins C1");
        Assert.Equal(ParticipantState.Paused, await StateAsync(bot));
        Assert.Empty(bot.Platform.Keys("UBEN")); // nothing of it was news to them
    }

    [Fact]
    public async Task News_that_come_late_change_nothing()
    {
        await using var bot = await LivingInAsync("enrols");
        await bot.HappensAsync("UBEN joins C1");
        bot.Platform.Moment = bot.Platform.Moment.AddMinutes(-5); // a leaving from before, delivered after the joining
        await bot.HappensAsync("UBEN leaves C1");
        Assert.Equal(ParticipantState.Active, await StateAsync(bot));
    }

    [Fact]
    public async Task Guests_strangers_and_bots_come_and_go_in_peace()
    {
        await using var bot = await LivingInAsync("enrols");
        bot.Platform.Directory.Add(RecordingPlatform.Listed("UGUEST", DirectoryStanding.Guest));
        await ReadAgainAsync(bot);
        await bot.HappensAsync("UGUEST joins C1", "USTRANGER joins C1", "UGUEST leaves C1");
        bot.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await bot.RunAsync<ReceiveArrivals>()); // the directory never named the stranger
        Assert.Equal((0, 0), (bot.Platform.Opened.Count, await bot.QueryAsync(db => db.Participants.CountAsync())));
    }

    [Fact]
    public async Task A_newcomer_is_received_as_soon_as_the_directory_knows_them()
    {
        await using var bot = await LivingInAsync("invites");
        await bot.HappensAsync("UNEW joins C1");
        Assert.Equal(0, await bot.RunAsync<ReceiveArrivals>());

        await bot.HappensAsync("UNEW is Member");
        await using var other = await bot.AnotherHostAsync();
        await Task.WhenAll(bot.RunAsync<ReceiveArrivals>(), other.RunAsync<ReceiveArrivals>());
        await bot.SendAsync();
        Assert.Equal(["channel-invitation"], bot.Platform.Keys("UNEW"));
    }

    [Fact]
    public async Task Those_who_are_there_already_get_one_message_together()
    {
        await using var bot = await LivingInAsync("enrols");
        await bot.SaveProgramAsync(("name", "Friday tea"));
        await bot.HappensAsync("UBOT joins C1");
        Assert.Equal(["channel-greeting"], bot.Platform.Keys("C1"));
        Assert.Equal(0, await bot.QueryAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task A_channel_that_only_hears_of_rounds_is_left_in_peace()
    {
        await using var bot = await LivingInAsync("nothing");
        await bot.HappensAsync("UBEN joins C1", "UBEN leaves C1", "UBOT joins C1");
        Assert.Empty(bot.Platform.Posts);
    }

    [Theory]
    [InlineData("not_in_channel", "/invite @PairingBot")]
    [InlineData("channel_not_found", "/invite @PairingBot")]
    [InlineData("is_archived", "has been archived")]
    [InlineData("restricted_action_read_only_channel", "not allowed")]
    public async Task The_organizer_is_told_once_what_to_do_about_the_channel(string refusal, string words)
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Fail("post", new Gone(GoneScope.Place, refusal)); // the greeting
        await bot.SaveProgramAsync(("announce-in", "C1"));
        var told = Assert.Single(bot.Platform.Posts, post => post.Message.Key == "channel-trouble");
        Assert.Equal("UANA", told.Conversation);
        Assert.Contains(words, string.Concat(told.Message.Pieces.OfType<Paragraph>().Select(paragraph => paragraph.Text.ReadAloud())), StringComparison.Ordinal);

        await bot.HappensAsync("C1 closes", "UBOT leaves C1");
        Assert.Single(bot.Platform.Keys("UANA"), "channel-trouble");
    }

    [Fact]
    public async Task Once_invited_the_bot_says_what_was_not_heard()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Fail("post", new Gone(GoneScope.Place, "not_in_channel"));
        await bot.SaveProgramAsync(("announce-in", "C1"));
        await bot.HappensAsync("UBOT joins C1");
        Assert.Equal(["channel-greeting"], bot.Platform.Keys("C1"));

        await bot.HappensAsync("UBOT leaves C1"); // and is told of it anew
        Assert.Equal(2, bot.Platform.Keys("UANA").Count(key => key == "channel-trouble"));
    }

    [Fact]
    public async Task A_channel_with_another_id_is_the_same_channel()
    {
        await using var bot = await LivingInAsync("invites");
        await bot.HappensAsync("C1 becomes C2", "UBEN joins C2", "UBOT joins C2");
        Assert.Equal(["channel-invitation"], bot.Platform.Keys("UBEN"));
        Assert.Equal("C2", (await bot.QueryAsync(db => db.Programs.SingleAsync())).AnnounceIn);
        Assert.Empty(bot.Platform.Keys("C2"));
    }

    [Fact]
    public async Task An_announcement_on_its_way_follows_the_channel()
    {
        await using var bot = await LivingInAsync("invites");
        foreach (var who in new[] { "UANA", "UBEN" }) await bot.SayAsync(who, "join");
        bot.Platform.Fail("post", [.. Enumerable.Repeat(new RetryAfter(TimeSpan.FromMilliseconds(1)), 3)]);
        await bot.HoldRoundAsync();
        await bot.ExecuteAsync($"UPDATE outbox SET state = 'Waiting', next_attempt_at = clock_timestamp() + interval '1 hour' WHERE address = 'C1' AND once LIKE 'announcement%'");
        await bot.HappensAsync("C1 becomes C2");
        Assert.Equal("C2", (await bot.QueryAsync(db => db.Outbox.SingleAsync(row => row.Once!.StartsWith("announcement")))).Address);
    }

    private static async Task<Bot> LivingInAsync(string joining)
    {
        var bot = await Bot.StartAsync("UANA", "UBEN", "UCEM");
        await bot.SaveProgramAsync(("announce-in", "C1"), ("channel-joining", joining));
        Assert.Equal(joining == "nothing" ? [] : ["channel-greeting"], bot.Platform.Keys("C1"));
        return bot;
    }

    private static async Task<ParticipantState> StateAsync(Bot bot) => (await bot.QueryAsync(db => db.Participants.SingleAsync())).StateAt(bot.Clock.Now);

    private static async Task ReadAgainAsync(Bot bot)
    {
        await bot.ExecuteAsync($"UPDATE installations SET people_read_at = NULL");
        await bot.RunAsync<ReadDirectory>();
    }
}
