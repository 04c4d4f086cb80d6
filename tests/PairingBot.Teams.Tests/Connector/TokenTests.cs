using Azure.Core;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Tests.Connector;

[Collection(InTown.Name)]
public sealed class TokenTests(TownProcess town) : IAsyncLifetime
{
    private readonly SetTime clock = new();

    public Task InitializeAsync() => town.ClearAsync();

    public async Task DisposeAsync() => await town.PostAsync("tokens/life", new { seconds = 3599 });

    [Fact]
    public async Task However_many_wait_for_a_token_it_is_asked_for_once()
    {
        await using var bot = new TeamsSide(town);
        string[] people = [await town.PersonAsync(), await town.PersonAsync(), await town.PersonAsync(), await town.PersonAsync()];

        var opened = await Task.WhenAll(people.Select(bot.OpenAsync));

        Assert.Equal(4, opened.Distinct().Count());
        Assert.Single(await town.CallsAsync("token"));
    }

    [Fact]
    public async Task A_token_is_renewed_five_minutes_before_it_ends()
    {
        await using var bot = new TeamsSide(town, clock);
        var conversation = await bot.OpenAsync(await town.PersonAsync());

        clock.Move(TimeSpan.FromSeconds(3599 - 310));
        await bot.PostAsync(conversation);
        Assert.Single(await town.CallsAsync("token"));

        clock.Move(TimeSpan.FromSeconds(20));
        await bot.PostAsync(conversation);
        Assert.Equal(2, (await town.CallsAsync("token")).Length);
    }

    [Fact]
    public async Task A_token_that_is_refused_before_its_time_is_replaced_once_and_nothing_is_lost()
    {
        await using var bot = new TeamsSide(town);
        var conversation = await bot.OpenAsync(await town.PersonAsync());
        await town.PostAsync("tokens/revoke", new { });

        Assert.IsType<Delivered>(await bot.PostAsync(conversation));
        Assert.Equal(2, (await town.CallsAsync("token")).Length);
    }

    [Theory]
    [InlineData("Teams:ClientSecret", "of-yesterday", "Gone Credentials AADSTS7000215")]
    [InlineData("Teams:AppId", "00000000-0000-4000-8000-000000000000", "Gone Credentials AADSTS700016")]
    [InlineData("Teams:TenantId", "00000000-0000-4000-8000-000000000000", "Gone Credentials AADSTS90002")]
    [InlineData("Teams:LoginBaseUrl", "http://127.0.0.1:1/login", "Unavailable login")]
    public async Task Without_a_token_nothing_is_sent_and_it_is_said_why(string setting, string value, string outcome)
    {
        await using var bot = new TeamsSide(town, null, (setting, value));

        Assert.Equal(outcome, TeamsSide.Said(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [await town.PersonAsync()], default)));
        Assert.Empty(await town.CallsAsync("open"));
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "<html>Sign in</html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, """{"access_token":7}""")]
    [InlineData(400, """{"error":"temporarily_unavailable","error_description":"AADSTS90033: A transient error has occurred."}""")]
    public async Task A_login_that_says_nothing_clear_is_asked_again_later(int status, string body)
    {
        await using var bot = new TeamsSide(town);
        await town.PostAsync("faults", new { on = "token", status, body });
        var person = await town.PersonAsync();

        Assert.IsType<Unavailable>(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [person], default));
        await bot.OpenAsync(person);
    }

    [Fact]
    public async Task Tokens_for_other_things_come_from_the_companys_own_tenant_and_are_kept_apart()
    {
        await using var bot = new TeamsSide(town, null, ("Teams:AppType", "MultiTenant"));
        var credential = bot.Get<TokenCredential>();

        var connector = await credential.GetTokenAsync(new TokenRequestContext(["https://api.botframework.com/.default"]), default);
        var graph = await credential.GetTokenAsync(new TokenRequestContext(["https://graph.microsoft.com/.default"]), default);

        Assert.NotEqual(connector.Token, graph.Token);
        Assert.Equal(["/login/botframework.com/oauth2/v2.0/token", $"/login/{TeamsSide.Tenant}/oauth2/v2.0/token"], await town.CallsAsync("token"));
    }

    [Theory]
    [InlineData("SingleTenant", false)]
    [InlineData("SingleTenant", true)]
    [InlineData("MultiTenant", false)]
    public async Task Microsofts_own_library_gets_our_tokens_by_secret_and_by_certificate(string type, bool byCertificate)
    {
        await using var bot = new TeamsSide(town, null, ("Teams:LoginBaseUrl", town.SafeAddress), ("Teams:AppType", type), ("Teams:CertificatePath", byCertificate ? town.CertificatePath : ""), ("Teams:ClientSecret", byCertificate ? "" : "town-secret"));

        await bot.OpenAsync(await town.PersonAsync());

        Assert.Equal($"/{(type == "MultiTenant" ? "botframework.com" : TeamsSide.Tenant)}/oauth2/v2.0/token", Assert.Single(await town.CallsAsync("token")));
    }

    [Fact]
    public async Task Microsofts_own_library_says_what_is_wrong_with_a_secret()
    {
        await using var bot = new TeamsSide(town, null, ("Teams:LoginBaseUrl", town.SafeAddress), ("Teams:ClientSecret", "of-yesterday"));

        Assert.Equal("Gone Credentials AADSTS7000215", TeamsSide.Said((await bot.Platform.IdentifyAsync(null, default)).Failure!));
    }

    [Fact]
    public async Task A_token_of_Microsofts_own_library_is_replaced_too_when_it_is_refused()
    {
        await using var bot = new TeamsSide(town, null, ("Teams:LoginBaseUrl", town.SafeAddress));
        var conversation = await bot.OpenAsync(await town.PersonAsync());
        await town.PostAsync("tokens/revoke", new { });

        Assert.IsType<Delivered>(await bot.PostAsync(conversation));
    }

    [Fact]
    public async Task A_managed_identity_needs_no_secret()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", town.Address + "/login/identity");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "of this machine");
        try
        {
            await using var bot = new TeamsSide(town, null, ("Teams:AppType", "UserAssignedMSI"), ("Teams:ClientSecret", ""));

            await bot.OpenAsync(await town.PersonAsync());

            Assert.Single(await town.CallsAsync("identity"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        }
    }

    [Fact]
    public async Task A_secret_does_not_leave_this_machine_over_plain_http()
    {
        await using var bot = new TeamsSide(town, null, ("Teams:LoginBaseUrl", "http://login.example/"));

        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => bot.Get<AppCredential>());
    }
}
