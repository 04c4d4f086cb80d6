using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Chat.Tests.Slack;

public sealed class ReplyAddressTests : IAsyncLifetime
{
    private static readonly ChatMessage Noted = ChatMessage.Of("noted", ChatText.Plain("Noted."));
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("https://hooks.slack.com/actions/T1/1/x", "https://slack.com/api/", true)]
    [InlineData("https://hooks.slack-gov.com/actions/x", "https://slack-gov.com/api/", true)]
    [InlineData("https://hooks.slack.com/x", "http://127.0.0.1:5005/api/", true)]
    [InlineData("http://127.0.0.1:5005/hooks/x", "http://127.0.0.1:5005/api/", true)]
    [InlineData("http://localhost:5005/hooks/x", "http://127.0.0.1:5005/api/", true)]
    [InlineData("http://127.0.0.1:5006/hooks/x", "http://127.0.0.1:5005/api/", false)]
    [InlineData("http://hooks.slack.com/x", "https://slack.com/api/", false)]
    [InlineData("https://hooks.slack.com:8443/x", "https://slack.com/api/", false)]
    [InlineData("https://hooks.slack.com.evil.example/x", "https://slack.com/api/", false)]
    [InlineData("https://evilslack.com/x", "https://slack.com/api/", false)]
    [InlineData("https://slack.com@evil.example/x", "https://slack.com/api/", false)]
    [InlineData("https://169.254.169.254/latest", "https://slack.com/api/", false)]
    [InlineData("http://127.0.0.1:5005/x", "https://slack.com/api/", false)]
    public void Answers_go_to_Slack_only(string address, string api, bool isTrusted) => Assert.Equal(isTrusted, ReplyAddress.IsTrusted(new Uri(address), new Uri(api)));

    [Theory]
    [InlineData("http://127.0.0.1:1/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nowhere")]
    [InlineData("")]
    public async Task Elsewhere_nothing_is_sent(string address) =>
        Assert.Equal(new Gone(GoneScope.Message, "reply-address-refused"), await bot.Platform.AnswerPressAsync(address, Noted, false, default));

    [Fact]
    public async Task The_bare_text_ok_is_an_answer()
    {
        Assert.IsType<Delivered>(await AnswerAsync());

        Assert.Null(bot.Slack.Only.Authorization);
    }

    [Theory]
    [InlineData(404, "", "http-404")]
    [InlineData(404, """{"ok":false,"error":"used_url"}""", "used_url")]
    [InlineData(200, """{"ok":false,"error":"expired_url"}""", "expired_url")]
    public async Task A_spent_address_is_gone(int status, string body, string reason)
    {
        bot.Slack.Answer("reply", body, status);

        Assert.Equal(new Gone(GoneScope.Message, reason), await AnswerAsync());
    }

    [Fact]
    public async Task Trouble_passes()
    {
        bot.Slack.Answer("reply", "", 503);
        Assert.Equal(new Unavailable("http-503"), await AnswerAsync());

        bot.Slack.Answer("reply", "", 429, "3");
        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(3)), await AnswerAsync());
    }

    private Task<DeliveryResult> AnswerAsync() => bot.Platform.AnswerPressAsync(bot.Slack.Address + "/hooks/reply", Noted, false, default);
}
