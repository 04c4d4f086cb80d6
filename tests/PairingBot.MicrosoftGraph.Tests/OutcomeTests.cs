using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;

namespace PairingBot.MicrosoftGraph.Tests;

/// <summary>What becomes of each way in which a call can end.</summary>
public sealed class OutcomeTests(Town town) : IClassFixture<Town>
{
    private const string Chats = "POST /chats", Users = "GET /users";

    public static TheoryData<string, int?, string, int?, DeliveryResult> Table { get; } = new()
    {
        { Users, 401, "InvalidAuthenticationToken", null, new Gone(GoneScope.Permission, "User.Read.All") },
        { Users, 403, "Authorization_RequestDenied", null, new Gone(GoneScope.Permission, "User.Read.All") },
        { Users, 400, "Directory_ExpiredPageToken", null, new Gone(GoneScope.Message, "Directory_ExpiredPageToken") },
        { Users, 400, "A code of Ana's", null, new Gone(GoneScope.Message, "http-400") },
        { Users, 429, "TooManyRequests", 17, new RetryAfter(TimeSpan.FromSeconds(17)) },
        { Users, 429, "TooManyRequests", null, new RetryAfter(TimeSpan.FromSeconds(30)) },
        { Users, 429, "TooManyRequests", 0, new RetryAfter(TimeSpan.FromSeconds(1)) },
        { Users, 503, "ServiceNotAvailable", 9, new RetryAfter(TimeSpan.FromSeconds(9)) },
        { Users, 503, "ServiceNotAvailable", null, new Unavailable("ServiceNotAvailable") },
        { Users, 500, "generalException", null, new Unavailable("generalException") },
        { Users, null, "", null, new Unavailable("reset") },
        { Chats, 403, "Forbidden", null, new Gone(GoneScope.Permission, "Chat.Create") },
        { Chats, 404, "NotFound", null, new Gone(GoneScope.Person, "NotFound") },
        { Chats, 503, "ServiceNotAvailable", null, new Unavailable("ServiceNotAvailable") },
        { Chats, 502, "BadGateway", null, new Uncertain("BadGateway") },
        { Chats, null, "", null, new Uncertain("reset") },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_end_has_its_outcome(string call, int? status, string code, int? retryAfter, DeliveryResult outcome)
    {
        await using var host = town.Host();
        await town.FailAsync(call, status, code, retryAfter: retryAfter);
        Assert.Equal(outcome, await CallAsync(host, call));
    }

    [Fact]
    public async Task Nobody_there_is_later()
    {
        await using var host = town.Host("http://127.0.0.1:1/v1.0");
        Assert.Equal(new Unavailable("connect"), await CallAsync(host, Users));
        Assert.Equal(new Unavailable("connect"), await CallAsync(host, Chats));
    }

    [Fact]
    public async Task While_graph_wants_rest_nothing_is_sent()
    {
        var wall = new MovedWall();
        await using var host = town.Host(wall: wall);
        await town.FailAsync(Users, 429, retryAfter: 60);
        await CallAsync(host, Users);
        var before = (await town.CallsAsync(Users)).Count;
        wall.Now += TimeSpan.FromSeconds(20);
        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(40)), await CallAsync(host, Users));
        Assert.Equal(before, (await town.CallsAsync(Users)).Count);
        wall.Now += TimeSpan.FromSeconds(41);
        Assert.Null(await CallAsync(host, Users));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_only_the_code_is_told()
    {
        await using var host = town.Host(credential: new Refusing("AADSTS7000215: Invalid client secret for app of Contoso."));
        Assert.Equal(new Unavailable("AADSTS7000215"), await CallAsync(host, Chats));
    }

    [Fact]
    public async Task The_token_goes_with_each_call()
    {
        await using var host = town.Host();
        await CallAsync(host, Users);
        Assert.All(await town.CallsAsync(Users), call => Assert.Equal("Bearer a-token", call.GetProperty("authorization").GetString()));
    }

    [Fact]
    public void Switched_off_everything_is_there_and_off()
    {
        using var host = new ServiceCollection().AddLogging().AddMicrosoftGraph(Town.Settings(("Graph:BaseUrl", "nonsense"))).BuildServiceProvider();
        host.GetRequiredService<IStartupValidator>().Validate();
        Assert.False(host.GetRequiredService<ICompanyDirectory>().IsOn || host.GetRequiredService<ICompanyChats>().IsOn || host.GetRequiredService<ICalendars>().IsOn);
    }

    [Theory]
    [InlineData("Graph:BaseUrl", "http://graph.microsoft.com/v1.0", "Graph:BaseUrl must begin with https")]
    [InlineData("Graph:BaseUrl", "graph", "Graph:BaseUrl must be an absolute https address")]
    [InlineData("Graph:BaseUrl", "https://graph.microsoft.com/v1.0?a=b", "Graph:BaseUrl must be a bare address")]
    [InlineData("Graph:Scope", "User.Read.All", "Graph:Scope must be an address")]
    [InlineData("Graph:ManifestId", "my-bot", "Graph:ManifestId is not an id")]
    [InlineData("Graph:Enabled", "true", "there is nothing to get a token with")]
    public void A_wrong_setting_is_refused_at_the_start_with_a_sentence(string name, string value, string sentence)
    {
        var settings = Town.Settings([("Graph:Enabled", "true"), .. name == "Graph:Enabled" ? Array.Empty<(string, string)>() : [(name, value)]]);
        using var host = new ServiceCollection().AddLogging().AddMicrosoftGraph(settings).BuildServiceProvider();
        var wrong = Assert.Throws<OptionsValidationException>(() => host.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(wrong.Failures, fault => fault.Contains(sentence, StringComparison.Ordinal));
    }

    private static async Task<DeliveryResult?> CallAsync(ServiceProvider host, string call) => call == Users
        ? (await host.GetRequiredService<ICompanyDirectory>().ListPeopleAsync(Town.Installation, null, CancellationToken.None)).Failure
        : await host.GetRequiredService<ICompanyChats>().CreateAsync(Town.Installation, ["a", "b"], "Ana and Ben", CancellationToken.None);

    private sealed class MovedWall : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Refusing(string words) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new AuthenticationFailedException(words);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new AuthenticationFailedException(words);
    }
}
