using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Installations;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Tests.Installations;

/// <summary>The one workspace of a configured token.</summary>
public sealed class RemovalTests
{
    [Fact]
    public async Task A_token_that_is_refused_stops_everything_until_it_is_taken_again()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Fail("open", new Gone(GoneScope.Credentials, "token_revoked"));
        await bot.HoldRoundAsync();
        await bot.ExecuteAsync($"UPDATE outbox SET next_attempt_at = now()");
        await bot.SendAsync();

        Assert.False((await InstallationAsync(bot)).IsActive);
        Assert.Empty(bot.Platform.Posts);

        await bot.RunAsync<ReadDirectory>();
        await bot.ExecuteAsync($"UPDATE outbox SET next_attempt_at = now()");
        await bot.SendAsync();

        Assert.True((await InstallationAsync(bot)).IsActive);
        Assert.Contains("introduction-opener", bot.Platform.Posts.Select(post => post.Message.Key));
    }

    [Theory]
    [InlineData(GoneScope.Installation)]
    [InlineData(GoneScope.Permission)]
    public async Task What_a_workspace_refuses_for_other_reasons_waits_and_stops_nothing(GoneScope scope)
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Fail("open", new Gone(scope, "no"));

        await bot.HoldRoundAsync();

        Assert.True((await InstallationAsync(bot)).IsActive);
        Assert.Equal("no", Assert.Single(await bot.QueryAsync(db => db.Outbox.Where(row => row.State == OutboxState.Waiting).ToListAsync())).Failure);
    }

    [Fact]
    public async Task A_refusal_of_credentials_that_were_replaced_meanwhile_stops_nothing()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var before = await InstallationAsync(bot);
        await bot.InScopeAsync<ICredentialStore, int>(async store =>
        {
            await store.InstallAsync(new NewInstallation(new DirectoryWorkspace(before.Key, "Fernhill", "UBOT"), "UANA", new Credential("xoxb-new")), CancellationToken.None);
            return 0;
        });

        await bot.InScopeAsync<Removals, int>(async removals =>
        {
            await removals.HearAsync(before, new Gone(GoneScope.Credentials, "token_revoked"), CancellationToken.None);
            return 0;
        });

        Assert.True((await InstallationAsync(bot)).IsActive);
    }

    [Fact]
    public async Task Mail_of_a_workspace_that_stays_away_is_forgotten_after_two_weeks()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        await bot.ExecuteAsync($"UPDATE outbox SET created_at = now() - interval '15 days', state = 'Waiting'");
        Assert.Equal(0, await bot.RunAsync<ForgetOldMail>());

        await bot.ExecuteAsync($"UPDATE installations SET removed_at = now()");

        Assert.NotEqual(0, await bot.RunAsync<ForgetOldMail>());
    }

    [Fact]
    public void A_credential_never_writes_itself_down() =>
        Assert.DoesNotContain("xoxb", $"{new Credential("xoxb-1", "xoxe-1")} {new NewInstallation(new DirectoryWorkspace(new InstallationKey("slack", "T1"), "", ""), null, new Credential("xoxb-1"))}", StringComparison.Ordinal);

    private static Task<Installation> InstallationAsync(Bot bot) => bot.QueryAsync(db => db.Installations.SingleAsync());
}
