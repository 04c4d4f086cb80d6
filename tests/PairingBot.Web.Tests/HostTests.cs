using System.Net;
using PairingBot.Testing;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>The host as an operator meets it.</summary>
public sealed class HostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Half_a_configuration_is_refused_with_a_sentence_for_each_fault()
    {
        await using var host = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), new Dictionary<string, string>
        {
            ["Slack:SigningSecret"] = "",
            ["Slack:BotToken"] = "not-a-token",
            ["PairingBot:PublicUrl"] = "pairingbot",
        });

        await host.WaitForExitAsync(Patience);

        Assert.Equal(2, host.ExitCode);
        Assert.Contains("Slack:SigningSecret", host.Output, StringComparison.Ordinal);
        Assert.Contains("Slack:BotToken", host.Output, StringComparison.Ordinal);
        Assert.Contains("PairingBot:PublicUrl", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Socket_Mode_without_anything_to_seal_with_is_refused_with_one_sentence()
    {
        await using var host = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), new Dictionary<string, string>
        {
            ["Slack:AppToken"] = DemoTown.AppToken,
            ["Slack:BotToken"] = DemoTown.BotToken,
        });

        await host.WaitForExitAsync(Patience);

        Assert.Equal(2, host.ExitCode);
        Assert.StartsWith("PairingBot:EncryptionSecret is empty", Assert.Single(host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0, "migrate")]
    [InlineData("dance", 2, "I don't know the command 'dance'")]
    public async Task The_command_line_explains_itself(string word, int exit, string said)
    {
        await using var host = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), [], word);

        await host.WaitForExitAsync(Patience);

        Assert.Equal(exit, host.ExitCode);
        Assert.Contains(said, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_migrated_is_not_ready_until_somebody_migrates_it()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var settings = Settings(database.ConnectionString);
        await using var host = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), settings);
        using var http = new HttpClient { BaseAddress = host.Address };
        await host.UntilAsync("healthz", Patience);
        var before = await http.GetAsync("readyz");

        await using var migration = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), settings, "migrate");
        await migration.WaitForExitAsync(Patience);
        await host.UntilAsync("readyz", Patience);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        Assert.Contains("migrate", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, migration.ExitCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("dev/clock", new StringContent("{\"advance\":\"P1D\"}"))).StatusCode); // this is Production
    }

    [Fact]
    public async Task Another_secret_does_not_open_what_was_sealed_and_the_host_says_so()
    {
        await using var database = await TestDatabase.CreateAsync(DemoTown.MigrateAsync);
        await using (var first = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), Settings(database.ConnectionString)))
        {
            await first.UntilAsync("readyz", Patience);
            first.Terminate();
            await first.WaitForExitAsync(Patience);
            Assert.Equal(0, first.ExitCode);
        }

        var changed = Settings(database.ConnectionString);
        changed["Slack:SigningSecret"] = "a-rotated-secret";
        await using var second = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), changed);
        await second.WaitForExitAsync(Patience);

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("PairingBot:EncryptionSecret", second.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(string connectionString) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings:PairingBot"] = connectionString,
        ["Slack:SigningSecret"] = DemoTown.SigningSecret,
        ["Slack:BotToken"] = DemoTown.BotToken,
        ["Slack:ApiBaseUrl"] = DemoTown.LoopbackAddress() + "api/",
    };
}
