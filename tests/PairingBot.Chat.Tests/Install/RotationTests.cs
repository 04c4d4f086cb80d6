using Microsoft.EntityFrameworkCore;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Install;

/// <summary>Tokens that expire: renewed in time, by one host, and never lost on the way.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private const int Soon = 60, Later = 43200;

    private static readonly InstallationKey Town = new("slack", "T1");

    private ManyHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await ManyHost.StartAsync();
        bot.Towns.ExpiresIn = Soon;
        await bot.InstallAsync("code-T1-1");
        bot.Towns.ExpiresIn = Later;
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_token_is_renewed_before_it_expires_and_the_next_one_is_used()
    {
        Assert.IsType<Delivered>(await PostAsync(bot));
        Assert.IsType<Delivered>(await PostAsync(bot));

        Assert.Single(bot.Towns.Renewals);
        Assert.All(Posts, post => Assert.Equal("Bearer xoxe.xoxb-1-T1-2-abcdef", post.Authorization));
    }

    [Fact]
    public async Task Two_hosts_that_renew_at_once_ask_once()
    {
        await using var other = await bot.AnotherAsync();
        bot.Towns.BeforeRenewed = _ => Task.Delay(300); // the second host comes while the first one waits

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => PostAsync(number % 2 == 0 ? bot : other)));

        Assert.All(results, result => Assert.IsType<Delivered>(result));
        Assert.Single(bot.Towns.Renewals);
    }

    [Fact]
    public async Task A_host_that_remembers_a_token_which_another_has_renewed_looks_it_up_and_calls_again()
    {
        bot.Towns.ExpiresIn = Later;
        await PostAsync(bot);
        bot.Towns.Kill("T1");
        await using var other = await bot.AnotherAsync();
        await PostAsync(other);
        var renewed = bot.Towns.Renewals.Count();

        Assert.IsType<Delivered>(await PostAsync(bot));

        Assert.Equal(renewed, bot.Towns.Renewals.Count());
    }

    [Fact]
    public async Task A_token_that_slack_calls_expired_is_renewed_and_the_call_made_again()
    {
        await PostAsync(bot);
        bot.Towns.Kill("T1");

        Assert.IsType<Delivered>(await PostAsync(bot));

        Assert.Equal(2, bot.Towns.Renewals.Count());
        Assert.True((await bot.InstallationAsync("T1")).IsActive);
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("bad_client_secret")]
    [InlineData("invalid_refresh_token")]
    public async Task A_renewal_that_fails_keeps_what_there_is_and_uses_it_while_it_lasts(string error)
    {
        var before = await BoxAsync();
        bot.Towns.Refusals["oauth.v2.access"] = error;

        Assert.IsType<Delivered>(await PostAsync(bot));

        Assert.Equal(before, await BoxAsync());
        Assert.Equal("Bearer xoxe.xoxb-1-T1-1-abcdef", Assert.Single(Posts).Authorization);
    }

    [Fact]
    public async Task A_renewal_whose_answer_is_lost_is_asked_for_again_with_the_same_token()
    {
        bot.Towns.BeforeRenewed = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await PostAsync(bot); // with the old token, which still holds
        bot.Towns.BeforeRenewed = null;
        await using var restarted = await bot.AnotherAsync();

        Assert.IsType<Delivered>(await PostAsync(restarted));

        Assert.Equal(2, bot.Towns.Renewals.Count());
        Assert.Single(bot.Towns.Renewals.Select(call => call.Body).Distinct());
        Assert.Equal("Bearer xoxe.xoxb-1-T1-2-abcdef", Posts.Last().Authorization);
    }

    [Fact]
    public async Task While_slack_is_away_an_expired_token_waits_and_nobody_is_given_up()
    {
        bot.Towns.Kill("T1");
        bot.Towns.Refusals["oauth.v2.access"] = "internal_error";

        Assert.Equal(new Unavailable("internal_error"), await PostAsync(bot));
    }

    [Fact]
    public async Task When_no_token_can_be_had_any_more_the_workspace_refuses_us()
    {
        bot.Towns.Kill("T1");
        bot.Towns.Refusals["oauth.v2.access"] = "invalid_refresh_token";

        Assert.Equal(new Gone(GoneScope.Credentials, "token_revoked"), await PostAsync(bot));
    }

    /// <summary>Slack revokes the oldest of several tokens by itself; a removal names the app, too.</summary>
    [Fact]
    public async Task One_revoked_token_is_no_removal_while_tokens_are_renewed()
    {
        await bot.EventAsync("T1", "Ev1", """{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["UBOT"]}}""");
        Assert.IsType<Delivered>(await PostAsync(bot));

        await bot.EventAsync("T1", "Ev2", """{"type":"app_uninstalled"}""");
        Assert.Equal((false, 0), ((await bot.InstallationAsync("T1")).IsActive, await bot.QueryAsync(db => db.Credentials.CountAsync())));
    }

    private IEnumerable<Slack.SlackCall> Posts => bot.Slack.Calls.Where(call => call.Name == "chat.postMessage");

    private static Task<DeliveryResult> PostAsync(ManyHost host) => host.Platform.PostAsync(Town, $"C{Guid.NewGuid():N}", ChatMessage.Of("hello", ChatText.Plain("Hello")), CancellationToken.None);

    private Task<byte[]> BoxAsync() => bot.QueryAsync(db => db.Credentials.Select(row => row.Box).SingleAsync());
}
