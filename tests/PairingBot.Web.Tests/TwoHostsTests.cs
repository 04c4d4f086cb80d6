using System.Net.Http.Json;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>Two hosts on one database do nothing twice.</summary>
public sealed class TwoHostsTests
{
    [Fact]
    public async Task A_round_that_two_hosts_run_at_the_same_moment_is_one_round()
    {
        await using var town = await DemoTown.OpenAsync();
        await using var second = await town.StartSecondHostAsync();
        using var other = new HttpClient { BaseAddress = second.Address, Timeout = TimeSpan.FromMinutes(2) };
        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");

        var ran = await Task.WhenAll(
            town.Bot.PostAsJsonAsync("dev/clock", new { advance = "PT0S" }),
            other.PostAsJsonAsync("dev/clock", new { advance = "PT0S" }));
        Assert.All(ran, answer => Assert.True(answer.IsSuccessStatusCode));
        await town.UntilAsync(async () => await town.CountAsync("rounds WHERE state = 'Introduced'") == 1, "the round is introduced"); // the engine of either host may have been quicker
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE state = 'Waiting'") == 0, "the outbox is empty");

        Assert.Equal(1, await town.CountAsync("rounds"));
        Assert.All(PostedIntroductions.PerPerson(await town.StateAsync()), person => Assert.Equal(1, person.Value));
        Assert.Equal(1, await town.CountAsync("qrtz_job_details WHERE job_name = 'open-due-rounds'"));
    }
}
