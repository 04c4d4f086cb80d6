using PairingBot.Slack;
using PairingBot.Slack.Endpoints;

namespace PairingBot.Chat.Tests.Slack;

public sealed class SignedRequestsTests : IAsyncLifetime
{
    private const string Body = "team_id=T1&user_id=U1&command=%2Fcoffee&text=join";
    private BotHost bot = null!;

    public static TheoryData<string> Paths => ["/slack/commands", "/slack/interactions", "/slack/events"];

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task What_is_not_signed_is_refused_without_a_word(string path)
    {
        var wrong = BotHost.SignatureNow(Body, secret: "another-secret");
        var ofAnotherBody = BotHost.SignatureNow(Body + "&x=1");
        var signed = BotHost.SignatureNow(Body);
        (string, string)[][] attempts =
            [[], wrong, ofAnotherBody, [signed[0]], [signed[1]], BotHost.SignatureNow(Body, -302), BotHost.SignatureNow(Body, 302), [.. signed, signed[1]], [.. signed, signed[0]]];

        foreach (var headers in attempts)
        {
            Assert.Equal(new Received(401, null, ""), await bot.SendAsync(path, Body, headers));
        }

        Assert.Empty(bot.Inbox.Requests);
        Assert.Empty(bot.Inbox.Events);
    }

    [Fact]
    public async Task What_is_signed_comes_in()
    {
        Assert.Equal(200, (await bot.SendAsync("/slack/commands", Body)).Status);

        Assert.Single(bot.Inbox.Requests);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var body = "text=" + new string('x', SignedBody.Largest);

        Assert.Equal(413, (await bot.SendAsync("/slack/commands", body)).Status);
    }
}
