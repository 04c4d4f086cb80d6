using System.Net.Http.Json;
using System.Text.Json;
using PairingBot.App.Installations;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Testing;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>A round in a workspace as they are: bots, people who have left, guests, strangers, people without names or zones, and names that would be commands.</summary>
public sealed class OddCompanyTests
{
    [Fact]
    public async Task A_round_over_430_people_of_whom_30_are_awkward()
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync(DemoTown.MigrateAsync);
        await using var playground = HostProcess.Start("PairingBot.Playground", DemoTown.LoopbackAddress(), new Dictionary<string, string>
        {
            ["Playground:BotUrl"] = "http://127.0.0.1:9/", // the bot is in this process, and nothing is sent to it
            ["Playground:BotToken"] = DemoTown.BotToken,
            ["Playground:Company"] = OddCompany.Write(folder.Path),
        });
        await playground.UntilAsync("healthz", TimeSpan.FromSeconds(60));
        using var slack = new HttpClient { BaseAddress = playground.Address };
        await using var bot = new InProcessBot(database.ConnectionString, playground.Address);
        await bot.OpenAsync();

        await bot.RunAsync<ReadDirectory>();
        foreach (var number in Enumerable.Range(1, OddCompany.Colleagues)) Assert.Equal("joined", KeyOf(await bot.AnswerAsync(OddCompany.IdOf(number), new JoinProgram())));
        foreach (var guest in Enumerable.Range(17, 7)) Assert.Equal("not-for-guests", KeyOf(await bot.AnswerAsync($"U9{guest:0000000}", new JoinProgram())));
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await bot.RunAsync<OpenDueRounds>();
        await bot.RunAsync<IntroduceRounds>();
        await bot.SendAsync();

        var calls = (await slack.GetFromJsonAsync<JsonElement>("playground/calls")).EnumerateArray().ToList();
        var lists = calls.Where(call => MethodOf(call) == "users.list").ToList();
        Assert.Equal(3, lists.Count);
        Assert.All(lists, call => Assert.Equal("200", call.GetProperty("body").GetProperty("limit").ToString()));
        Assert.DoesNotContain(calls, call => MethodOf(call).StartsWith("users.", StringComparison.Ordinal) && MethodOf(call) != "users.list");
        Assert.All(calls, call => Assert.True(call.GetProperty("ok").GetBoolean(), call.ToString()));

        var state = await slack.GetFromJsonAsync<JsonElement>("playground/state");
        var groups = PostedIntroductions.Groups(state).ToList();
        Assert.Equal(OddCompany.Colleagues / 2, groups.Count);
        Assert.All(groups, group => Assert.Equal(2, PostedIntroductions.Members(group).Count()));
        var met = PostedIntroductions.PerPerson(state);
        Assert.Equal(OddCompany.Colleagues, met.Count);
        Assert.All(met, person => Assert.Equal((1, false), (person.Value, OddCompany.IsOdd(person.Key))));
        Assert.DoesNotContain(calls.Where(call => MethodOf(call) is "conversations.open" or "chat.postMessage").SelectMany(Addressed), OddCompany.IsOdd);
        var marked = groups.SelectMany(PostedIntroductions.Messages).SelectMany(message => Marked(message).Append(PostedIntroductions.Text(message))).ToList();
        Assert.Contains(marked, text => text.Contains("&lt;!channel&gt;", StringComparison.Ordinal)); // it is there, and only a name
        Assert.All(marked, text => Assert.DoesNotContain("<!channel", text, StringComparison.Ordinal));
    }

    /// <summary>Every text of the message in which Slack looks for marks.</summary>
    private static IEnumerable<string> Marked(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Marked),
        JsonValueKind.Object when json.TryGetProperty("type", out var type) && type.ValueEquals("mrkdwn") => [json.GetProperty("text").GetString()!],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => Marked(field.Value)),
        _ => [],
    };

    private static string KeyOf(Reply reply) => Assert.IsType<Say>(reply).Message.Key;

    private static string MethodOf(JsonElement call) => call.GetProperty("method").GetString()!;

    private static IEnumerable<string> Addressed(JsonElement call)
    {
        var body = call.GetProperty("body");
        return new[] { "users", "channel" }.Where(field => body.TryGetProperty(field, out _)).SelectMany(field => body.GetProperty(field).GetString()!.Split(','));
    }
}
