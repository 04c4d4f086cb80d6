using System.Diagnostics;
using System.Text.Json;
using PairingBot.Chat.Tests.Slack.Sockets;

namespace PairingBot.Chat.Tests.Slack.Captured;

/// <summary>Every kind of request that Slack is known to send, signed as Slack signs: each has its effect or none, and no shape of it is a fault of ours.</summary>
public sealed class CapturedTests(CapturedTests.OneBot one) : IClassFixture<CapturedTests.OneBot>
{
    private static readonly TimeSpan SlacksPatience = TimeSpan.FromSeconds(3);
    private readonly BotHost bot = one.Bot;

    public static TheoryData<string> Names => Capture.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_has_its_effect_and_no_other(string name)
    {
        var capture = Capture.Of(name);

        var answer = await Capture.SendAsync(bot, capture.Kind, capture.Payload);

        Assert.Equal(200, answer.Status);
        Assert.Equal(capture.Expected, Capture.Effect(bot));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task More_fields_numbers_as_text_and_another_order_change_nothing(string name)
    {
        var capture = Capture.Of(name);
        foreach (var payload in Mutations.Harmless(capture.Payload))
        {
            var answer = await Capture.SendAsync(bot, capture.Kind, payload);

            Assert.Equal((200, capture.Expected), (answer.Status, Capture.Effect(bot)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_that_is_missing_or_strange_is_a_fault(string name)
    {
        var capture = Capture.Of(name);
        foreach (var payload in Mutations.Harmful(capture.Payload))
        {
            var since = Stopwatch.GetTimestamp();

            var answer = await Capture.SendAsync(bot, capture.Kind, payload);

            var text = payload.ToJsonString();
            Assert.True(answer.Status is 200 or 400, $"{answer.Status}: {text}");
            Assert.True(Stopwatch.GetElapsedTime(since) < SlacksPatience, text);
            foreach (var request in bot.Inbox.Requests)
                Assert.Contains(JsonSerializer.Serialize(request.Sender.ExternalId).Trim('"'), text, StringComparison.Ordinal); // nobody who is not named there
            Assert.True(bot.Inbox.Requests.Count + bot.Inbox.Events.Count <= 1, text);
            Capture.Effect(bot);
        }
    }

    [Fact]
    public async Task Over_a_socket_each_has_the_same_effect()
    {
        await using var host = await SocketHost.StartAsync();
        var slack = await host.Door.NextAsync();
        foreach (var capture in Capture.All)
        {
            await slack.EnvelopeAsync(capture.Name + capture.Kind, capture.EnvelopeType, capture.Payload.ToJsonString());
            await slack.SaidAsync();

            Assert.Equal((capture.Name, capture.Expected), (capture.Name, Capture.Effect(host.Bot)));
        }
    }

    [Fact]
    public void Every_event_that_the_manifest_asks_for_is_among_them() => Assert.All(
        PairingBot.Slack.Events.SlackEvent.All,
        read => Assert.Contains(Capture.All, capture => capture.Kind == "events" && capture.Expected != "nothing" && (string?)capture.Payload["event"]?["type"] == read.Type));

    /// <summary>One for all: it keeps nothing from one request to the next.</summary>
    public sealed class OneBot : IAsyncLifetime
    {
        internal BotHost Bot { get; private set; } = null!;

        public async Task InitializeAsync() => Bot = await BotHost.StartAsync();

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }
}
