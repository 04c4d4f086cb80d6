using System.Diagnostics;
using System.Text;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>Bodies that no Slack of today sends, and that are signed all the same: each is taken or refused, at once, and never breaks anything.</summary>
public sealed class StrangeBodiesTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (kind, path) in new[] { ("payload=", "/slack/interactions"), ("", "/slack/events"), ("text=", "/slack/commands") })
            {
                data.Add(path, kind + new string('[', 200_000));
                data.Add(path, kind + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
                data.Add(path, kind + "{\"type\":\"block_actions\",\"view\":" + Nested(5000) + "}");
                data.Add(path, kind + "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"deep\":" + Nested(5000) + "}}");
                data.Add(path, kind + "\"" + new string('x', 1_000_000) + "\"");
                data.Add(path, kind + string.Join('&', Enumerable.Range(0, 5000).Select(number => $"f{number}=x")));
                data.Add(path, kind + "%");
                data.Add(path, kind + "%FF%FE%C0%80%ED%A0%80");
                data.Add(path, kind);
            }

            return data;
        }
    }

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Depth_length_and_number_break_nothing(string path, string body)
    {
        var since = Stopwatch.GetTimestamp();

        Assert.Contains((await bot.SendAsync(path, body)).Status, new[] { 200, 400 });

        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(3), "too slow");
        Assert.Empty(bot.Inbox.Events);
    }

    [Theory]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    [InlineData("/slack/events")]
    public async Task Bytes_that_are_no_text_break_nothing(string path)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"message","channel_type":"im","user":"U1","text":" """), 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, .. "\"}}"u8];

        Assert.Contains((await bot.SendAsync(path, body, BotHost.SignatureNow(body), "application/json")).Status, new[] { 200, 400 });
    }

    /// <summary>JSON can carry half a surrogate, text cannot.</summary>
    [Theory]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"actions":[{"type":"button","action_id":"met","value":"\ud83d"}]}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"settings","state":{"values":{"goal":{"goal":{"type":"plain_text_input","value":"half \ud83d"}}}}}}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"settings","state":{"values":{"goal":{"goal":{"type":"plain_text_input","selected_date":"\udc00"}}}}}}""")]
    public async Task Half_a_character_in_an_interaction_is_no_fault(string payload) =>
        Assert.Contains((await bot.InteractAsync(payload)).Status, new[] { 200, 400 });

    [Theory]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":"\ud83d","event":{"type":"app_uninstalled"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"\ud83d"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"message","channel_type":"im","user":"U1","text":"\ud83d"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"user_change","user":{"id":"U1","profile":{"fields":{"Xf\ud83d":{"value":"\ud83d"}}}}}}""")]
    public async Task Half_a_character_in_an_event_is_no_fault(string body) =>
        Assert.Contains((await bot.EventAsync(body)).Status, new[] { 200, 400 });

    /// <summary>The first counts, as at Slack's own libraries; what is signed is signed as a whole.</summary>
    [Fact]
    public async Task Of_a_field_that_comes_twice_the_first_counts()
    {
        await bot.SendAsync("/slack/commands", "team_id=T1&user_id=U1&text=join&text=leave&user_id=U2&team_id=T2");

        var request = Assert.Single(bot.Inbox.Requests);
        Assert.Equal(("T1", "U1", "JoinProgram"), (request.Installation.ExternalId, request.Sender.ExternalId, request.Intent.GetType().Name));
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
}
