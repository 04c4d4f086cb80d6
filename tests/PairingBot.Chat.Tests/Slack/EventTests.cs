using System.Globalization;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Slack;

public sealed class EventTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_challenge_comes_back() =>
        Assert.Equal(new Received(200, "text/plain", "3eZbrw"), await bot.EventAsync("""{"type":"url_verification","challenge":"3eZbrw","token":"t"}"""));

    [Fact]
    public async Task An_event_is_stored_once_however_often_it_is_delivered()
    {
        var body = Event("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"1.2","view":{"id":"V1"}}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.EventAsync(body)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(new InboundEvent(new("slack", "T1"), "Ev1", body), Assert.Single(bot.Inbox.Events).Value);
    }

    [Fact]
    public async Task Slack_is_asked_to_deliver_again_what_could_not_be_stored()
    {
        bot.Inbox.IsBroken = true;

        Assert.Equal(new Received(500, null, ""), await bot.EventAsync(Event("""{"type":"app_uninstalled"}""")));
    }

    [Theory]
    [InlineData("""{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}""")]
    [InlineData("""{"type":"something_new"}""")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":"text"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":null,"event":{"type":"app_uninstalled"}}""")]
    [InlineData("""{"type":"event_callback","team_id":null,"event_id":"Ev1","event":{"type":"app_uninstalled"}}""")]
    [InlineData("{}")]
    public async Task What_means_nothing_is_not_stored(string body)
    {
        Assert.Equal(new Received(200, null, ""), await bot.EventAsync(body));
        Assert.Empty(bot.Inbox.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":7}""")]
    public async Task What_cannot_be_read_is_refused_without_a_stack(string body) => Assert.Equal(new Received(400, null, ""), await bot.EventAsync(body));

    [Theory]
    [InlineData("""{"type":"app_home_opened","user":"U1","tab":"home"}""", "HomeOpened")]
    [InlineData("""{"type":"app_home_opened","user":"U1","tab":"messages"}""", null)]
    [InlineData("""{"type":"app_home_opened","user":null,"tab":"home"}""", null)]
    [InlineData("""{"type":"message","channel_type":"im","user":"U1","text":"hi &amp; <@U2>","ts":"1.2","team":"T1","blocks":[]}""", "DirectMessage { Words = hi & @U2 }")]
    [InlineData("""{"type":"message","channel_type":"im","user":"U1","bot_id":"B1","text":"hi"}""", null)]
    [InlineData("""{"type":"message","channel_type":"im","subtype":"message_changed","message":{"text":"x"}}""", null)]
    [InlineData("""{"type":"message","channel_type":"channel","user":"U1","text":"hi"}""", null)]
    [InlineData("""{"type":"app_uninstalled"}""", "AppRemoved { HappenedAt = 2026-09-21 }")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U9"],"bot":["UBOT"]}}""", "AppRemoved { HappenedAt = 2026-09-21 }")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U9"],"bot":[]}}""", null)]
    [InlineData("""{"type":"channel_archive","channel":"C1","user":"U1"}""", "ChannelClosed { Channel = C1 }")]
    [InlineData("""{"type":"group_archive","channel":"G1","user":"U1"}""", "ChannelClosed { Channel = G1 }")]
    [InlineData("""{"type":"channel_archive","channel":null}""", null)]
    [InlineData("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C1","event_ts":"1.2"}""", "ChannelMoved { From = G1, To = C1 }")]
    [InlineData("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":null}""", null)]
    [InlineData("""{"type":"member_joined_channel","user":"W1","channel":"C1","channel_type":"C","team":"T1","inviter":"U2","event_ts":"1790000000.000100"}""", "ChannelJoined { Channel = C1, Person = W1, At = 09/21/2026 14:13:20 +00:00 }")]
    [InlineData("""{"type":"member_left_channel","user":"W1","channel":"G1","channel_type":"G","team":"T1","event_ts":"1790000000.000100"}""", "ChannelLeft { Channel = G1, Person = W1, At = 09/21/2026 14:13:20 +00:00 }")]
    [InlineData("""{"type":"member_left_channel","user":"W1","channel":"G1","event_ts":"soon"}""", null)]
    [InlineData("""{"type":"member_joined_channel","user":null,"channel":"C1","event_ts":"1.2"}""", null)]
    [InlineData("""{"type":"app_home_opened","user":{"id":"U1"},"tab":"home"}""", null)]
    [InlineData("""{"type":"user_change","user":"U1"}""", null)]
    public void An_event_is_read_as_what_it_means(string inner, string? meaning) =>
        Assert.Equal(meaning, bot.Platform.Read(Event(inner))?.Intent switch
        {
            AppRemoved { HappenedAt: { } at } => $"AppRemoved {{ HappenedAt = {at:yyyy-MM-dd} }}",
            var intent => string.Create(CultureInfo.InvariantCulture, $"{intent}") is { Length: > 0 } read ? read.Replace(" { }", "") : null,
        });

    [Theory]
    [InlineData("user_change")]
    [InlineData("user_profile_changed")]
    [InlineData("team_join")]
    public void News_of_a_person_come_from_that_person(string type)
    {
        var request = bot.Platform.Read(Event($$"""{"type":"{{type}}","user":{"id":"U5","team_id":"T1","deleted":true,"real_name":null,"profile":{"title":"","fields":[]} } }"""));

        Assert.Equal(
            new ChatRequest(new("slack", "T1"), new("U5"), new PersonChanged(new DirectoryPerson("U5", "U5", null, null, null, false, false, DirectoryStanding.Deactivated)), ChatPlace.Event),
            request);
    }

    [Fact]
    public void A_direct_message_of_another_team_is_a_strangers() =>
        Assert.True(bot.Platform.Read(Event("""{"type":"message","channel_type":"im","user":"U1","user_team":"T9","text":"hi"}"""))!.Sender.IsStranger);

    [Fact]
    public void Across_an_organization_a_team_proves_nothing()
    {
        var body = Event("""{"type":"message","channel_type":"im","user":"U1","user_team":"T9","text":"hi"}""").Replace("\"is_enterprise_install\":false", "\"is_enterprise_install\":true");

        Assert.False(bot.Platform.Read(body)!.Sender.IsStranger);
    }

    private static string Event(string inner) => $$"""
        {"token":"t","team_id":"T1","enterprise_id":null,"context_team_id":"T1","api_app_id":"A1","event":{{inner}},"type":"event_callback","event_id":"Ev1","event_time":1790000000,
         "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-x"}
        """;
}
