using System.Text.Json;
using PairingBot.Testing;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>The matcher by hand.</summary>
public sealed class MatchCommandTests
{
    [Theory]
    [InlineData("", 1, 10)] // the heavy middle alone
    [InlineData("--cardinality", 2, 7)] // two pairs first
    public async Task A_path_of_four_is_matched_and_proved(string option, int pairs, long weight)
    {
        var answer = await RunAsync("c a path\np edge 4 3\ne 1 2 3\ne 2 3 10\ne 3 4 4\n", option.Length > 0 ? [option] : []);

        var json = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal(0, answer.Exit);
        Assert.Equal(pairs, json.GetProperty("pairs").GetInt32());
        Assert.Equal(weight, json.GetProperty("weight").GetInt64());
        Assert.Equal("valid", json.GetProperty("proof").GetString());
    }

    [Fact]
    public async Task A_bad_line_is_named()
    {
        var answer = await RunAsync("p edge 3 2\ne 1 2 5\ne 2 2 5\n");

        Assert.Equal(2, answer.Exit);
        Assert.Contains("line 3", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Output, StringComparison.Ordinal);
    }

    private static async Task<(int? Exit, string Output)> RunAsync(string graph, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "graph.txt");
        await File.WriteAllTextAsync(file, graph);
        await using var host = HostProcess.Start("PairingBot.Web", DemoTown.LoopbackAddress(), [], ["match", file, .. options]);
        await host.WaitForExitAsync(TimeSpan.FromSeconds(60));
        return (host.ExitCode, host.Output);
    }
}
