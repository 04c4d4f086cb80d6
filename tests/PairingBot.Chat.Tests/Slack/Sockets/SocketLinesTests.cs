using PairingBot.Domain.Chat;
using PairingBot.Slack.SocketMode;

namespace PairingBot.Chat.Tests.Slack.Sockets;

/// <summary>Connections come and go; nothing is lost by it, and nothing doubled.</summary>
public sealed class SocketLinesTests
{
    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("a_reason_of_next_year")]
    public async Task Before_an_announced_end_the_next_connection_is_there_and_the_old_one_still_serves(string reason)
    {
        await using var host = await SocketHost.StartAsync();
        var old = await host.Door.NextAsync();
        var gate = new TaskCompletionSource();
        host.Inbox.Answer = async (request, _) =>
        {
            if (request.Intent is AskWhy) await gate.Task;
            return Reply.Nothing;
        };
        await old.EnvelopeAsync("under-way", "slash_commands", Envelopes.Command("why"));

        await old.DisconnectAsync(reason);
        var next = await host.Door.NextAsync();
        await old.EnvelopeAsync("late", "slash_commands", Envelopes.Command("join"));
        Assert.Equal("late", await AckedAsync(old));
        Assert.True(old.IsOpen);
        gate.SetResult();
        Assert.Equal("under-way", await AckedAsync(old));
        await old.Ended;

        await next.EnvelopeAsync("new", "slash_commands", Envelopes.Command("skip"));
        Assert.Equal("new", await AckedAsync(next));
        Assert.Equal(3, host.Inbox.Requests.Count);
        Assert.False(host.Door.HasMore);
    }

    [Fact]
    public async Task A_stream_of_events_across_a_warning_is_complete_and_simple()
    {
        await using var host = await SocketHost.StartAsync();
        var old = await host.Door.NextAsync();
        for (var number = 0; number < 50; number++) await old.EnvelopeAsync($"e{number}", "events_api", Event(number));
        await old.DisconnectAsync("warning");
        for (var number = 50; number < 100; number++) await old.EnvelopeAsync($"e{number}", "events_api", Event(number));
        var next = await host.Door.NextAsync();
        for (var number = 90; number < 150; number++) await next.EnvelopeAsync($"e{number}", "events_api", Event(number)); // ten of them again

        var acked = new List<string?>();
        while (acked.Count < 100) acked.Add(await AckedAsync(old));
        while (acked.Count < 160) acked.Add(await AckedAsync(next));

        Assert.Equal(150, acked.Distinct().Count());
        Assert.Equal(150, host.Inbox.Events.Count);
    }

    [Fact]
    public async Task A_connection_that_dies_before_the_acknowledgement_costs_nothing_and_doubles_nothing()
    {
        await using var host = await SocketHost.StartAsync();
        var first = await host.Door.NextAsync();
        var gate = new TaskCompletionSource<Reply>();
        host.Inbox.Answer = (_, _) => gate.Task;
        await first.EnvelopeAsync("e1", "slash_commands", Envelopes.Command("join"));
        await UntilAsync(() => host.Inbox.Requests.Count == 1);

        first.Kill();
        var second = await host.Door.NextAsync();
        await second.EnvelopeAsync("e1", "slash_commands", Envelopes.Command("join"));
        gate.SetResult(Reply.Say("joined", ChatText.Plain("Welcome.")));
        var ack = await second.SaidAsync();

        Assert.Equal(("e1", "Welcome."), (ack.GetProperty("envelope_id").GetString(), ack.GetProperty("payload").GetProperty("text").GetString()));
        Assert.Single(host.Inbox.Requests);
    }

    [Fact]
    public async Task Several_connections_are_kept_and_double_nothing()
    {
        await using var host = await SocketHost.StartAsync(connections: 3);
        SlackSocket[] all = [await host.Door.NextAsync(), await host.Door.NextAsync(), await host.Door.NextAsync()];

        for (var index = 0; index < all.Length; index++) await all[index].EnvelopeAsync($"e{index}", "events_api", Envelopes.Event);
        foreach (var socket in all) await socket.SaidAsync();

        Assert.Single(host.Inbox.Events);
    }

    [Fact]
    public async Task A_connection_that_is_closed_is_replaced()
    {
        await using var host = await SocketHost.StartAsync();
        var first = await host.Door.NextAsync();

        await first.CloseAsync();
        await first.Ended;
        var second = await host.Door.NextAsync();
        await second.EnvelopeAsync("e1", "slash_commands", Envelopes.Command("join"));

        Assert.Equal("e1", await AckedAsync(second));
    }

    [Fact]
    public async Task A_connection_that_answers_no_ping_is_given_up()
    {
        await using var host = await SocketHost.StartAsync(times: SocketHost.QuickWith(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200)), prepare: bot => bot.Slack.Door.IsDeaf = true);
        var silent = await host.Door.NextAsync();

        await silent.Ended;

        await host.Door.NextAsync();
    }

    [Theory]
    [InlineData("link_disabled")]
    [InlineData("too_many_websockets")]
    public async Task What_only_a_person_can_mend_is_tried_again_in_its_own_time(string reason)
    {
        await using var host = await SocketHost.StartAsync();
        var first = await host.Door.NextAsync();

        await first.DisconnectAsync(reason);
        await first.Ended;

        await host.Door.NextAsync();
        Assert.Equal(2, host.Bot.Slack.Calls.Count);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"invalid_auth"}""", 200)]
    [InlineData("""{"ok":false,"error":"ratelimited"}""", 429)]
    [InlineData("<html>", 503)]
    [InlineData("""{"ok":true}""", 200)]
    [InlineData("""{"ok":true,"url":"ws://slack.example/socket"}""", 200)]
    [InlineData("""{"ok":true,"url":"https://127.0.0.1/"}""", 200)]
    [InlineData("""{"ok":true,"url":"ws://127.0.0.1:9/nobody"}""", 200)]
    public async Task A_door_that_does_not_open_is_tried_until_it_does(string answer, int status)
    {
        var refusals = 0;
        await using var host = await SocketHost.StartAsync(prepare: bot =>
        {
            bot.Slack.Answer("apps.connections.open", async context =>
            {
                if (refusals++ < 2)
                {
                    context.Response.StatusCode = status;
                    context.Response.Headers.RetryAfter = "0";
                    await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, answer);
                    return;
                }

                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, $$"""{"ok":true,"url":"{{bot.Slack.Door.Address(bot.Slack.Address)}}"}""");
            });
        });

        var socket = await host.Door.NextAsync();
        await socket.EnvelopeAsync("e1", "slash_commands", Envelopes.Command("join"));

        Assert.Equal("e1", await AckedAsync(socket));
    }

    [Fact]
    public async Task A_connection_without_hello_is_replaced()
    {
        var times = SocketHost.QuickWith(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)) with { HelloWithin = TimeSpan.FromMilliseconds(200) };
        await using var host = await SocketHost.StartAsync(times: times, prepare: bot => bot.Slack.Door.Greet = _ => Task.CompletedTask);
        var mute = await host.Door.NextAsync();
        host.Door.Greet = socket => socket.HelloAsync();

        await mute.Ended;
    }

    [Fact]
    public async Task A_stop_acknowledges_what_is_under_way_and_closes()
    {
        await using var host = await SocketHost.StartAsync();
        var slack = await host.Door.NextAsync();
        var gate = new TaskCompletionSource<Reply>();
        host.Inbox.Answer = (_, _) => gate.Task;
        await slack.EnvelopeAsync("e1", "slash_commands", Envelopes.Command("join"));
        await UntilAsync(() => host.Inbox.Requests.Count == 1);

        var stopping = host.StopAsync();
        gate.SetResult(Reply.Nothing);

        Assert.Equal("e1", await AckedAsync(slack));
        await slack.Ended;
        await stopping;
        Assert.False(host.Door.HasMore);
    }

    [Fact]
    public async Task Without_an_app_token_nothing_is_connected()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.Get<IChatListener>().StartAsync(CancellationToken.None);
        await bot.Get<IChatListener>().StopAsync(CancellationToken.None);

        Assert.Empty(bot.Slack.Calls);
    }

    [Fact]
    public void Pauses_grow_to_a_minute_and_are_never_quite_the_same()
    {
        var pauses = new SocketPauses(new SocketTimes());

        var waits = Enumerable.Range(0, 12).Select(_ => pauses.Next().TotalSeconds).ToList();

        for (var number = 0; number < waits.Count; number++) Assert.InRange(waits[number], Math.Min(Math.Pow(2, number), 60) * 0.5, Math.Min(Math.Pow(2, number), 60) * 1.5);
        Assert.Equal(12, waits.Distinct().Count());
    }

    [Theory]
    [InlineData("wss://wss-primary.slack.com/link/?ticket=1", "https://slack.com/api/", true)]
    [InlineData("ws://127.0.0.1:5090/socket/1", "http://127.0.0.1:5090/api/", true)]
    [InlineData("ws://127.0.0.1:5090/socket/1", "https://slack.com/api/", false)]
    [InlineData("ws://wss-primary.slack.com/link/", "https://slack.com/api/", false)]
    [InlineData("https://slack.com/", "https://slack.com/api/", false)]
    [InlineData("", "https://slack.com/api/", false)]
    [InlineData(null, "https://slack.com/api/", false)]
    public void Only_encrypted_connections_are_made_but_on_this_machine(string? url, string api, bool isTaken) =>
        Assert.Equal(isTaken, SocketDoor.IsTrusted(url, new Uri(api), out _));

    private static string Event(int number) => Envelopes.Event.Replace("\"Ev1\"", $"\"Ev{number}\"", StringComparison.Ordinal);

    private static async Task<string?> AckedAsync(SlackSocket socket) => (await socket.SaidAsync()).GetProperty("envelope_id").GetString();

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var left = 500; left > 0 && !holds(); left--) await Task.Delay(20);
        Assert.True(holds());
    }
}
