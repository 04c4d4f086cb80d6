namespace PairingBot.Chat.Tests.Slack;

public sealed class OtherInteractionsTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("""{"type":"view_closed","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"settings"},"is_cleared":true}""")]
    [InlineData("""{"type":"shortcut","token":"t","action_ts":"1.2","team":{"id":"T1","domain":"acme"},"user":{"id":"U1","username":"ann","team_id":"T1"},"callback_id":"x","trigger_id":"1.2.a"}""")]
    [InlineData("""{"type":"message_action","callback_id":"x","channel":{"id":"C1"},"message":{"text":"hi"},"response_url":"https://hooks.slack.com/x"}""")]
    [InlineData("""{"type":"block_suggestion","action_id":"a","block_id":"b","value":"x"}""")]
    [InlineData("""{"type":"something_new","user":null,"team":null}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("{}")]
    [InlineData("""{"type":"block_actions"}""")]
    [InlineData("""{"type":"block_actions","actions":[]}""")]
    [InlineData("""{"type":"block_actions","actions":[null]}""")]
    [InlineData("""{"type":"block_actions","actions":[{"action_id":"join","type":"button"}]}""")]
    [InlineData("""{"type":"block_actions","actions":[{"action_id":"join","type":"button"}],"user":{"id":null},"team":{"id":"T1"}}""")]
    [InlineData("""{"type":"block_actions","actions":[{"action_id":"level","type":"static_select","selected_option":null}],"user":{"id":"U1"},"team":{"id":"T1"}}""")]
    [InlineData("""{"type":"view_submission"}""")]
    [InlineData("""{"type":"view_submission","view":null,"user":{"id":"U1"}}""")]
    public async Task What_we_have_no_use_for_is_taken_in_silence(string payload)
    {
        Assert.Equal(new Received(200, null, ""), await bot.InteractAsync(payload));
        Assert.Empty(bot.Inbox.Requests);
    }

    [Theory]
    [InlineData("payload=")]
    [InlineData("payload=%7B")]
    [InlineData("payload=%5B1%5D")]
    [InlineData("payload=null")]
    [InlineData("nothing=1")]
    [InlineData("payload=%7B%22type%22%3A%22%5Cud83d%22%7D")]
    public async Task What_cannot_be_read_is_refused_without_a_stack(string body) =>
        Assert.Equal(new Received(400, null, ""), await bot.SendAsync("/slack/interactions", body));
}
