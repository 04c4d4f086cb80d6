using System.Net.Http.Json;
using System.Text.Json;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>A company of 400 with everything that Graph gives: its directory, a chat for each match, its calendars.</summary>
public sealed class LargeTenantTests
{
    private const int People = 400;

    [Fact]
    public async Task A_round_reads_people_by_pages_and_asks_Outlook_four_things_at_a_time_at_most()
    {
        await using var town = await TeamsTown.OpenAsync(hasGraph: true);
        await Parallel.ForEachAsync(Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) => await JoinAsync(town, number));
        await town.UntilAsync(async () => await town.CountAsync("participants") == People && await town.CountAsync("outbox WHERE state = 'Waiting'") == 0, "everybody takes part, and has been told so", patience: 1800);

        await town.AdvanceAsync("P1W", step: "PT6H");
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE once LIKE 'introduction:%' AND state <> 'Sent'") == 0, "every introduction is out", patience: 1800);

        var calls = (await town.GetAsync("graph/town/calls")).AsArray().Select(call => (string)call!["call"]!).ToList();
        Assert.Equal(People / 2, calls.Count(call => call == "POST /chats"));
        Assert.Contains("GET /users", calls);
        Assert.DoesNotContain(calls, call => call.StartsWith("GET /users/", StringComparison.Ordinal)); // nobody is asked for one by one
        Assert.Contains(calls, call => call.EndsWith("/calendar/getSchedule", StringComparison.Ordinal));
        Assert.InRange((await town.GetAsync("graph/town/most-at-once")).GetValue<int>(), 1, 4);
        Assert.Equal(People / 2, await town.CountAsync("pairings"));
    }

    private static async Task JoinAsync(TeamsTown town, int number)
    {
        var id = $"00000000-0000-4000-8000-{number:D12}";
        await town.PostAsync("town/people", new { aadId = id, name = $"Person {number}", upn = $"person{number}@town.example", installed = true });
        var answer = await town.Teams.PostAsJsonAsync($"town/people/{id}/say", new { text = "join" });
        Assert.Equal(200, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32());
    }
}
