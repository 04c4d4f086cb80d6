using System.Text.Json;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Slack.Sockets;

/// <summary>What comes over a socket is taken like what comes over HTTP, and the acknowledgement carries what the response would.</summary>
public sealed class SocketModeTests : IAsyncLifetime
{
    private SocketHost host = null!;
    private SlackSocket slack = null!;

    public async Task InitializeAsync()
    {
        host = await SocketHost.StartAsync();
        slack = await host.Door.NextAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public void The_address_is_asked_for_with_the_app_token()
    {
        var call = host.Bot.Slack.Only;
        Assert.Equal(("apps.connections.open", "Bearer " + SocketHost.AppToken), (call.Name, call.Authorization));
    }

    [Fact]
    public async Task Without_a_signing_secret_there_are_no_routes() =>
        Assert.All(await Task.WhenAll(host.Bot.CommandAsync("join"), host.Bot.InteractAsync("{}"), host.Bot.EventAsync("{}")), answer => Assert.Equal(404, answer.Status));

    [Fact]
    public async Task A_command_is_answered_in_its_acknowledgement()
    {
        host.Inbox.AnswerWith(Reply.Say("joined", ChatText.Plain("Welcome.")));

        await slack.EnvelopeAsync("e1", "slash_commands", Envelopes.Command("goal run R&amp;D"));
        var ack = await slack.SaidAsync();

        Assert.Equal(new ChatRequest(new("slack", "T1"), new("U1"), new SetGoal("run R&D"), ChatPlace.Command), Assert.Single(host.Inbox.Requests));
        Assert.Equal("e1", ack.GetProperty("envelope_id").GetString());
        Assert.Equal(("ephemeral", "Welcome."), (ack.GetProperty("payload").GetProperty("response_type").GetString(), ack.GetProperty("payload").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_press_is_acknowledged_without_a_payload()
    {
        await slack.EnvelopeAsync("e1", "interactive", Envelopes.Press("met", "42"), takesPayload: false);

        Assert.Equal("""{"envelope_id":"e1"}""", (await slack.SaidAsync()).GetRawText());
        Assert.Equal(new SayMet("42"), Assert.Single(host.Inbox.Requests).Intent);
    }

    [Fact]
    public async Task A_form_is_answered_in_its_acknowledgement()
    {
        host.Inbox.AnswerWith(new RefuseForm(new Dictionary<string, string> { ["goal"] = "Say more." }));

        await slack.EnvelopeAsync("e1", "interactive", Envelopes.Form("settings", "x"));

        Assert.Equal("""{"envelope_id":"e1","payload":{"response_action":"errors","errors":{"goal":"Say more."}}}""", (await slack.SaidAsync()).GetRawText());
    }

    [Fact]
    public async Task A_form_that_closes_is_acknowledged_without_a_payload()
    {
        await slack.EnvelopeAsync("e1", "interactive", Envelopes.Form("settings", "x"));

        Assert.Equal("""{"envelope_id":"e1"}""", (await slack.SaidAsync()).GetRawText());
    }

    [Fact]
    public async Task An_envelope_that_takes_no_payload_gets_none()
    {
        host.Inbox.AnswerWith(Reply.Say("joined", ChatText.Plain("Welcome.")));

        await slack.EnvelopeAsync("e1", "slash_commands", Envelopes.Command("join"), takesPayload: false);

        Assert.Equal("""{"envelope_id":"e1"}""", (await slack.SaidAsync()).GetRawText());
    }

    [Fact]
    public async Task An_event_is_stored_once_however_often_and_over_whichever_envelope_it_comes()
    {
        foreach (var id in new[] { "e1", "e1", "e2" }) await slack.EnvelopeAsync(id, "events_api", Envelopes.Event, takesPayload: false);
        string?[] acked = [await AckedAsync(), await AckedAsync(), await AckedAsync()];

        Assert.Equal(["e1", "e1", "e2"], acked.Order());
        var stored = Assert.Single(host.Inbox.Events).Value;
        Assert.Equal((new InstallationKey("slack", "T1"), "Ev1"), (stored.Installation, stored.EventId));
        Assert.Equal(new HomeOpened(), host.Bot.Platform.Read(stored.Body)!.Intent);
    }

    [Fact]
    public async Task A_large_payload_comes_in_many_frames()
    {
        var goal = string.Concat(Enumerable.Repeat("Führen lernen 👩‍👩‍👧‍👦 ", 12_000));

        await slack.EnvelopeAsync("e1", "interactive", Envelopes.Form("settings", goal), frames: 37);
        await slack.SaidAsync();

        var intent = Assert.IsType<SaveSettings>(Assert.Single(host.Inbox.Requests).Intent);
        Assert.Equal(goal, intent.Answers.Many("goal").Single());
    }

    [Fact]
    public async Task What_is_too_large_is_read_over_and_the_connection_goes_on()
    {
        await slack.EnvelopeAsync("e1", "interactive", Envelopes.Form("settings", new string('x', 3_000_000)), frames: 9);
        await slack.EnvelopeAsync("e2", "slash_commands", Envelopes.Command("join"));

        Assert.Equal("e2", await AckedAsync());
        Assert.Equal(new JoinProgram(), Assert.Single(host.Inbox.Requests).Intent);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_is_stored_when_it_comes_again()
    {
        host.Inbox.IsBroken = true;
        await slack.EnvelopeAsync("e1", "events_api", Envelopes.Event, takesPayload: false);
        await slack.EnvelopeAsync("e2", "slash_commands", Envelopes.Command("join"));
        var first = await AckedAsync();
        host.Inbox.IsBroken = false;
        await slack.EnvelopeAsync("e1", "events_api", Envelopes.Event, takesPayload: false);

        Assert.Equal(("e2", "e1"), (first, await AckedAsync()));
        Assert.Single(host.Inbox.Events);
    }

    [Fact]
    public async Task A_slow_answer_holds_up_no_other()
    {
        var gate = new TaskCompletionSource();
        host.Inbox.Answer = async (request, _) =>
        {
            if (request.Intent is AskWhy) await gate.Task;
            return Reply.Nothing;
        };

        await slack.EnvelopeAsync("slow", "slash_commands", Envelopes.Command("why"));
        await slack.EnvelopeAsync("quick", "slash_commands", Envelopes.Command("join"));
        var first = await AckedAsync();
        gate.SetResult();

        Assert.Equal(("quick", "slow"), (first, await AckedAsync()));
    }

    [Theory]
    [InlineData("""{"type":"something_new","envelope_id":"e1","payload":{"a":1}}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e1"}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e1","payload":null}""")]
    [InlineData("""{"type":"events_api","envelope_id":"e1","payload":{"type":"event_callback","event":{"type":"channel_archive"},"event_id":"Ev9","team_id":"T1"}}""")]
    [InlineData("""{"type":"interactive","envelope_id":"e1","payload":{"type":"shortcut","callback_id":"x"}}""")]
    [InlineData("""{"type":"interactive","envelope_id":"e1","payload":[]}""")]
    [InlineData("""{"type":"slash_commands","envelope_id":"e1","payload":"text"}""")]
    [InlineData("""{"type":"slash_commands","envelope_id":"e1","payload":{"team_id":7,"text":"\ud83d"}}""")]
    public async Task What_we_have_no_use_for_is_acknowledged(string envelope)
    {
        await slack.SendAsync(envelope);

        Assert.Equal("""{"envelope_id":"e1"}""", (await slack.SaidAsync()).GetRawText());
        Assert.Empty(host.Inbox.Requests);
        Assert.Empty(host.Inbox.Events);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":"events_api","payload":{}}""")]
    [InlineData("""{"type":{},"envelope_id":[]}""")]
    [InlineData("""{"type":"something_new"}""")]
    public async Task What_cannot_be_read_ends_no_connection(string message)
    {
        await slack.SendAsync(message);
        await slack.EnvelopeAsync("e2", "slash_commands", Envelopes.Command("join"));

        Assert.Equal("e2", await AckedAsync());
    }

    private async Task<string?> AckedAsync() => (await slack.SaidAsync()).GetProperty("envelope_id").GetString();
}
