using System.Globalization;
using System.Text.Json;
using PairingBot.Testing;
using PairingBot.Web.Tests.Town;
using Xunit.Abstractions;

namespace PairingBot.Web.Tests;

/// <summary>
/// A round against a stand-in that holds to Slack's limits: everything arrives once, nearly nothing is refused. PAIRS=1000 plays a large one (twenty minutes); the time that the limits
/// would allow at best is printed beside ours.
/// </summary>
public sealed class LimitsTests(ITestOutputHelper output)
{
    private const int OpensAMinute = 50;

    [Fact]
    public async Task A_round_goes_out_at_the_pace_that_slack_allows()
    {
        var pairs = int.Parse(Environment.GetEnvironmentVariable("PAIRS") ?? "60", CultureInfo.InvariantCulture);
        using var folder = new TemporaryFolder();
        await using var town = await LargeCompany.OpenAsync(folder, 2 * pairs, enforceLimits: true);
        await town.Slack.DeleteAsync("playground/calls");

        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");
        await town.AdvanceAsync("PT0S");
        var patience = TimeProvider.System.GetUtcNow().AddMinutes(3 + 1.3 * pairs / OpensAMinute);
        while (TimeProvider.System.GetUtcNow() < patience && await town.CountAsync("outbox WHERE once LIKE 'introduction:%' AND state = 'Sent'") < pairs) await Task.Delay(TimeSpan.FromSeconds(1));

        var calls = (await JsonAsync(town, "playground/calls")).EnumerateArray().ToList();
        var refused = calls.Count(call => call.GetProperty("status").GetInt32() == 429);
        var seconds = await town.QueryAsync<double>("SELECT extract(epoch FROM max(sent_at) - min(created_at))::float8 FROM outbox WHERE once LIKE 'introduction:%'");
        var atBest = 60.0 * ((pairs - 1) / OpensAMinute);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs} pairs: {seconds:F0} s, at best {atBest:F0} s, ratio {seconds / atBest:F3}; {calls.Count} calls, {refused} refused"));
        Assert.InRange(seconds, 0, Math.Max(1.1 * atBest, atBest + 25)); // of a short round the beginning and the end are more than a tenth
        Assert.InRange(refused, 0, 5);
        Assert.Equal(2 * pairs, PostedIntroductions.PerPerson(await town.StateAsync()).Count(person => person.Value == 1));
        Assert.Equal(pairs, calls.Count(call => call.GetProperty("method").GetString() == "conversations.open" && call.GetProperty("ok").GetBoolean()
            && call.GetProperty("body").GetProperty("users").GetString()!.Contains(',', StringComparison.Ordinal)));
    }

    private static async Task<JsonElement> JsonAsync(DemoTown town, string path) => JsonDocument.Parse(await town.Slack.GetStringAsync(path)).RootElement;
}
