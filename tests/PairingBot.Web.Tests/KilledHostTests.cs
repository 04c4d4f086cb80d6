using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>
/// kill -9 at ten points of a round, one round after the other in one town. Where a point lies inside the database, a lock of the test holds the host there; where it lies in
/// an outgoing call, the stand-in for Slack holds the call.
/// </summary>
public sealed class KilledHostTests
{
    private const string Stalled = "stalled-answer", Unheard = "timeout";

    [Fact]
    public async Task Whenever_the_host_dies_each_person_has_exactly_one_introduction_a_round()
    {
        await using var town = await DemoTown.OpenAsync();
        await town.ExecuteAsync("UPDATE programs SET cool_down_rounds = 0");

        await DieWaitingForAsync(town, "rounds"); // the snapshot is taken, not yet stored
        await DieWaitingForAsync(town, "pairings"); // the snapshot is stored, the plan is made
        await DieWaitingForAsync(town, "nudges"); // pairings and messages are written, not yet committed
        await DieInCallAsync(town, "conversations.open", Unheard, after: 0); // the plan is stored, nothing is out
        await DieInCallAsync(town, "conversations.open", Stalled, after: 2); // a conversation exists that nobody recorded
        await DieInCallAsync(town, "chat.postMessage", Unheard, after: 1); // between two introductions
        await DieInCallAsync(town, "chat.postMessage", Stalled, after: 3); // an opener stands that nobody recorded
        await DieInCallAsync(town, "chat.update", Unheard, after: 0); // an opener stands and is recorded
        await DieInCallAsync(town, "chat.update", Stalled, after: 2); // an introduction stands that nobody recorded
        await DieInCallAsync(town, "chat.postMessage", Unheard, after: 4); // later in the same round

        Assert.Equal(10, await town.CountAsync("rounds WHERE state <> 'SnapshotTaken'"));
        Assert.True(ExtraOpeners(await town.StateAsync()) <= 8, "only the openers on their way at the moment of one death can stand twice");
    }

    /// <summary>Dies while a statement waits for a lock on the table.</summary>
    private static async Task DieWaitingForAsync(DemoTown town, string table)
    {
        await using var connection = new NpgsqlConnection(town.ConnectionString);
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using (var command = new NpgsqlCommand($"LOCK TABLE {table} IN SHARE MODE", connection, transaction)) await command.ExecuteNonQueryAsync();
            var round = OpenRoundAsync(town);
            await town.UntilAsync(async () => await town.CountAsync($"pg_locks WHERE NOT granted AND relation = '{table}'::regclass") > 0, $"the host waits for {table}");
            await KillAsync(town, round);
            await transaction.RollbackAsync();
        }

        await ReviveAsync(town, table);
    }

    /// <summary>Dies in the call of a method that comes after so many others of its kind.</summary>
    private static async Task DieInCallAsync(DemoTown town, string method, string fault, int after)
    {
        await town.Slack.DeleteAsync("playground/calls");
        if (after > 0) await town.FaultAsync(method, "pass", times: after);
        await town.FaultAsync(method, fault);
        var round = OpenRoundAsync(town);
        await town.UntilAsync(async () => (await town.Slack.GetStringAsync("playground/calls")).Contains($"\"fault\":\"{fault}\"", StringComparison.Ordinal), $"{method} is held");
        await KillAsync(town, round);
        await town.ForgetFaultsAsync();
        await ReviveAsync(town, $"{method} {fault}");
    }

    private static async Task OpenRoundAsync(DemoTown town)
    {
        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");
        try
        {
            await town.Bot.PostAsJsonAsync("dev/clock", new { advance = "PT0S" });
        }
        catch (HttpRequestException)
        {
            // the host died, as it was meant to
        }
    }

    private static async Task KillAsync(DemoTown town, Task round)
    {
        town.BotProcess.Kill();
        await town.BotProcess.WaitForExitAsync(TimeSpan.FromSeconds(10));
        await round;
    }

    private static async Task ReviveAsync(DemoTown town, string point)
    {
        await town.ExecuteAsync("UPDATE outbox SET leased_until = NULL WHERE leased_until IS NOT NULL"); // the leases of the dead end in 15 s; the test does not wait
        await town.StartBotAsync();
        await town.AdvanceAsync("PT0S");
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE state = 'Waiting'") == 0, $"{point}: the outbox is empty");

        var perPerson = PostedIntroductions.PerPerson(await town.StateAsync());
        foreach (var (person, introductions) in perPerson)
            Assert.True(introductions == await town.CountAsync($"pairing_members JOIN people ON people.id = person_id JOIN pairings ON pairings.id = pairing_id WHERE external_id = '{person}' AND {PostedIntroductions.AreIntroduced}"), $"{point}: {person} found {introductions}");
        Assert.Equal(await town.CountAsync("outbox WHERE once LIKE 'introduction:%'"), await town.CountAsync($"pairings WHERE {PostedIntroductions.AreIntroduced}"));
    }

    private static int ExtraOpeners(JsonElement state) =>
        PostedIntroductions.Groups(state).SelectMany(PostedIntroductions.Messages).Count(message => PostedIntroductions.Text(message).EndsWith('.') && PostedIntroductions.Text(message).Contains(", meet ", StringComparison.Ordinal));
}
