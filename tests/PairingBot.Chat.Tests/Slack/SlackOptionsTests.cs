using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;
using PairingBot.Slack;

namespace PairingBot.Chat.Tests.Slack;

public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("secret", "xoxb-1", "https://slack.com/api/")]
    [InlineData("secret", "xoxe.xoxb-1-abc", "https://slack-gov.com/api")]
    [InlineData("secret", "xoxb-1", "http://127.0.0.1:5005/api/")]
    [InlineData("secret", "xoxb-1", "http://localhost:5005/api/")]
    public void A_whole_configuration_is_taken(string secret, string token, string api) => Assert.Empty(Faults(secret, token, api));

    [Theory]
    [InlineData("", "xoxb-1", "https://slack.com/api/", "Slack:SigningSecret is empty although Slack:BotToken is set")]
    [InlineData("  ", "xoxb-1", "https://slack.com/api/", "Slack:SigningSecret is empty although Slack:BotToken is set")]
    [InlineData("se cret", "xoxb-1", "https://slack.com/api/", "Slack:SigningSecret has a space")]
    [InlineData("secret", "", "https://slack.com/api/", "Slack:BotToken is empty although Slack:SigningSecret is set")]
    [InlineData("secret", "xoxp-1", "https://slack.com/api/", "Slack:BotToken is not a bot token")]
    [InlineData("secret", "xoxb-1\n", "https://slack.com/api/", "Slack:BotToken has a character")]
    [InlineData("secret", "xoxb-1", "", "Slack:ApiBaseUrl must be an absolute https address")]
    [InlineData("secret", "xoxb-1", "/api/", "Slack:ApiBaseUrl must be an absolute https address")]
    [InlineData("secret", "xoxb-1", "ftp://slack.com/", "Slack:ApiBaseUrl must be an absolute https address")]
    [InlineData("secret", "xoxb-1", "http://slack.com/api/", "Slack:ApiBaseUrl must begin with https")]
    [InlineData("secret", "xoxb-1", "https://slack.com/api/?a=b", "Slack:ApiBaseUrl must be a bare address")]
    public void Each_fault_is_one_sentence(string secret, string token, string api, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(Faults(secret, token, api)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://pairingbot.example.com", "https://slack.com/oauth/v2/authorize")]
    [InlineData("https://pairingbot.example.com/", "https://slack-gov.com/oauth/v2/authorize")]
    [InlineData("https://example.com/coffee", "https://slack.com/oauth/v2/authorize")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5090/oauth/v2/authorize")]
    public void A_configuration_for_many_workspaces_is_taken(string publicUrl, string authorize) => Assert.Empty(Faults(Many(publicUrl, authorize)));

    [Theory]
    [InlineData("", "https://slack.com/oauth/v2/authorize", "PairingBot:PublicUrl is empty although Slack:ClientId is set")]
    [InlineData("http://pairingbot.example.com", "https://slack.com/oauth/v2/authorize", "PairingBot:PublicUrl must begin with https")]
    [InlineData("https://pairingbot.example.com/?a=b", "https://slack.com/oauth/v2/authorize", "PairingBot:PublicUrl must be a bare address")]
    [InlineData("https://pairingbot.example.com", "http://slack.com/oauth/v2/authorize", "Slack:AuthorizeUrl must begin with https")]
    [InlineData("https://pairingbot.example.com", "nowhere", "Slack:AuthorizeUrl must be an absolute https address")]
    public void Each_fault_of_a_configuration_for_many_is_one_sentence(string publicUrl, string authorize, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(Faults(Many(publicUrl, authorize))), StringComparison.Ordinal);

    [Fact]
    public void One_workspace_and_many_are_not_configured_together_and_neither_by_half()
    {
        Assert.StartsWith("Slack:BotToken and Slack:ClientId are both set", Only(options => options.BotToken = "xoxb-1"), StringComparison.Ordinal);
        Assert.StartsWith("Slack:ClientSecret is empty although Slack:ClientId is set", Only(options => options.ClientSecret = ""), StringComparison.Ordinal);
        Assert.StartsWith("Slack:ClientId is empty although Slack:ClientSecret is set", Only(options => options.ClientId = ""), StringComparison.Ordinal);
        Assert.StartsWith("Slack:ClientId or Slack:ClientSecret has a character in it", Only(options => options.ClientSecret = "a b"), StringComparison.Ordinal);

        static string Only(Action<SlackOptions> change)
        {
            var options = Many("https://pairingbot.example.com", "https://slack.com/oauth/v2/authorize");
            change(options);
            return Assert.Single(Faults(options));
        }
    }

    [Fact]
    public async Task A_host_for_one_workspace_has_nothing_to_install()
    {
        await using var bot = await BotHost.StartAsync();
        foreach (var path in new[] { "/slack/install", "/slack/oauth/callback?code=1&state=2" }) Assert.Equal(404, await bot.GetAsync(path));
        Assert.Empty(bot.Slack.Calls);
    }

    [Theory]
    [InlineData("xapp-1-A1-2-abc", "", 2)]
    [InlineData("xapp-1-A1-2-abc", "secret", 10)]
    [InlineData("", "secret", 99)]
    public void An_app_token_stands_in_for_the_secret(string appToken, string secret, int connections) => Assert.Empty(SocketFaults(appToken, secret, connections));

    [Theory]
    [InlineData("xoxb-1", "", 2, "Slack:AppToken is not an app-level token")]
    [InlineData("xapp-1 2", "secret", 2, "Slack:AppToken is not an app-level token")]
    [InlineData("xapp-1", "", 0, "Slack:SocketConnections must be between 1 and 10")]
    [InlineData("xapp-1", "", 11, "Slack:SocketConnections must be between 1 and 10")]
    public void Each_fault_of_Socket_Mode_is_one_sentence(string appToken, string secret, int connections, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(SocketFaults(appToken, secret, connections)), StringComparison.Ordinal);

    [Fact]
    public void Several_faults_are_several_sentences() => Assert.Equal(3, Faults("", "", "nowhere").Count());

    [Fact]
    public async Task A_host_without_a_configuration_refuses_to_start_and_says_why()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSlack(builder.Configuration);
        await using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(["Slack:SigningSecret", "Slack:BotToken"], refusal.Failures.Select(sentence => sentence.Split(' ')[0]));
    }

    private static IEnumerable<string> SocketFaults(string appToken, string secret, int connections) =>
        new SlackOptionsValidator().Validate(null, new SlackOptions { SigningSecret = secret, BotToken = "xoxb-1", AppToken = appToken, SocketConnections = connections }).Failures ?? [];

    private static IEnumerable<string> Faults(string secret, string token, string api) =>
        Faults(new SlackOptions { SigningSecret = secret, BotToken = token, ApiBaseUrl = api });

    private static IEnumerable<string> Faults(SlackOptions options) => new SlackOptionsValidator().Validate(null, options).Failures ?? [];

    private static SlackOptions Many(string publicUrl, string authorize) => new() { SigningSecret = "secret", ClientId = "1.2", ClientSecret = "shh", PublicUrl = publicUrl, AuthorizeUrl = authorize };
}
