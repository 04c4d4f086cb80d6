using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Web.Tests.Conformance;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>
/// Every captured activity of Teams with one field after the other missing or of another kind, signed as Microsoft signs, to the bot as a process with its database behind it. Nothing of it is a fault
/// of ours (5xx, but for the 501 of a name that nobody knows), and the bot works afterwards.
/// </summary>
public sealed class FuzzedActivitiesTests
{
    private static readonly string Captures = Path.Combine(Repository.Root, "tests", "PairingBot.Teams.Tests", "Captures");

    private static int made;

    [Fact]
    public async Task Nothing_that_comes_in_signed_is_a_fault_and_the_bot_works_afterwards()
    {
        await using var world = (TeamsWorld)await TeamsWorld.OpenAsync();
        var town = (TeamsTown)world.Town;
        var service = (await town.GetAsync("town/calls?kind=to-bot")).AsArray().Select(call => JsonNode.Parse(call!["body"]!.ToString())!["serviceUrl"]!.ToString()).First();
        ConcurrentBag<string> faults = [];
        await Parallel.ForEachAsync(Directory.EnumerateFiles(Captures, "*.json").SelectMany(file => Changed(Read(file, service))), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (activity, cancel) =>
        {
            using var answer = await town.Teams.PostAsync("town/sign/", new StringContent(activity, Encoding.UTF8, "application/json"), cancel);
            if ((int)answer.StatusCode is not (200 or 400 or 401 or 403 or 501)) faults.Add($"{(int)answer.StatusCode}: {activity}");
        });
        Assert.Empty(faults);

        await town.UntilAsync(async () => await town.CountAsync("inbox WHERE done_at IS NULL AND attempts = 0") == 0, "all of it was looked at", patience: 1200);
        Assert.Equal(0, await town.CountAsync("inbox WHERE failure IS NOT NULL"));
        await town.PostAsync($"town/people/{TeamsWorld.Id("ben")}/say", new { text = "help" });
        await town.UntilAsync(async () => (await world.ReadAsync("ben")).Any(said => said.Contains("You can type", StringComparison.Ordinal)), "the bot answers", patience: 600);
    }

    private static JsonObject Read(string file, string service)
    {
        var text = File.ReadAllText(file).Replace("72f0a4e5-1111-4222-8333-0123456789ab", TeamsTown.Tenant, StringComparison.Ordinal).Replace("8a1bb6a5-0c2b-4d62-9a35-5ad8e0f00a11", TeamsTown.AppId, StringComparison.Ordinal);
        var activity = JsonNode.Parse(text)!["payload"]!.DeepClone().AsObject();
        activity["serviceUrl"] = service;
        return activity;
    }

    /// <summary>As it is; with more in it; and for each place without it, and with something else there, which differs from place to place.</summary>
    private static IEnumerable<string> Changed(JsonObject activity)
    {
        yield return activity.ToJsonString();
        var more = activity.DeepClone().AsObject();
        more["aFieldOfNextYear"] = new JsonObject { ["deep"] = new JsonArray(null, 1, "two") };
        yield return more.ToJsonString();
        JsonNode?[] others = [null, JsonValue.Create(7), "", new JsonObject(), new JsonArray(), "\0", new string('x', 5000), JsonValue.Create(true)];
        for (var place = 0; place < Places(activity).Count(); place++)
        {
            yield return With(activity, place, (parent, key) => Remove(parent, key));
            yield return With(activity, place, (parent, key) => Put(parent, key, others[place % others.Length]?.DeepClone()));
        }
    }

    private static string With(JsonObject activity, int place, Action<JsonNode, string> change)
    {
        var copy = activity.DeepClone().AsObject();
        var (parent, key) = Places(copy).ElementAt(place);
        change(parent, key);
        if (copy["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String) copy["id"] = $"{id}.{Interlocked.Increment(ref made)}"; // each is another one
        return copy.ToJsonString();
    }

    private static void Remove(JsonNode parent, string key)
    {
        if (parent is JsonObject fields) fields.Remove(key);
        else parent.AsArray().RemoveAt(int.Parse(key, CultureInfo.InvariantCulture));
    }

    private static void Put(JsonNode parent, string key, JsonNode? other)
    {
        if (parent is JsonObject fields) fields[key] = other;
        else parent.AsArray()[int.Parse(key, CultureInfo.InvariantCulture)] = other;
    }

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode? node) => node switch
    {
        JsonObject fields => fields.ToList().SelectMany(field => Places(field.Value).Prepend((fields, field.Key))),
        JsonArray items => items.ToList().SelectMany((item, index) => Places(item).Prepend((items, index.ToString(CultureInfo.InvariantCulture)))),
        _ => [],
    };
}
