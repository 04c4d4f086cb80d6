using System.Text.Json;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>While Slack is away, refuses or fails, nothing is lost; once it is back, everything arrives, in order in each conversation.</summary>
public sealed class OutgoingFaultsTests
{
    [Theory]
    [InlineData("reset")]
    [InlineData("500")]
    [InlineData("ratelimited")]
    public async Task A_round_arrives_in_full_once_slack_is_back(string kind)
    {
        await using var town = await DemoTown.OpenAsync();
        await town.FaultAsync("conversations.open", kind, times: 9);
        await town.FaultAsync("chat.postMessage", kind, times: 7);
        await town.FaultAsync("chat.update", kind, times: 5);

        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");
        await town.AdvanceAsync("PT0S");
        await town.ExecuteAsync("UPDATE programs SET next_round_at = now() + interval '30 days'");
        await town.AdvanceAsync("P1W", step: "PT3H");
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE state = 'Waiting'") == 0, "the outbox is empty");

        var state = await town.StateAsync();
        var perPerson = PostedIntroductions.PerPerson(state);
        Assert.Equal(await town.CountAsync($"pairing_members JOIN pairings ON pairings.id = pairing_id WHERE {PostedIntroductions.AreIntroduced}"), perPerson.Count);
        Assert.All(perPerson, person => Assert.Equal(1, person.Value));
        Assert.Equal(0, await town.CountAsync("outbox WHERE state = 'Gone'"));
        var told = PostedIntroductions.Groups(state).Select(group => string.Join(' ', PostedIntroductions.Messages(group).Select(Kind).SkipWhile(kind => kind == "opener").Distinct())).ToList();
        Assert.All(told, kinds => Assert.StartsWith(kinds, "introduction time meet", StringComparison.Ordinal)); // who was matched late is not asked yet
        Assert.Contains("introduction time meet", told);
        Assert.Equal(0, await town.CountAsync("outbox WHERE once LIKE 'left-out:%' AND state <> 'Sent'"));
    }

    private static string Kind(JsonElement message) => PostedIntroductions.Text(message) switch
    {
        var text when text.StartsWith("Have you found a time", StringComparison.Ordinal) => "time",
        var text when text.StartsWith("Did you meet", StringComparison.Ordinal) => "meet",
        var text when text.Contains("you find", StringComparison.Ordinal) || text.Contains("please find a time", StringComparison.Ordinal) => "introduction",
        _ => "opener",
    };
}
