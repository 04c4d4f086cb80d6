using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Teams.Tests.Door;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>Every kind of activity that Teams is known to send, through the door: each has its effect or none, and no shape of it is a fault of ours.</summary>
public sealed class CapturedTests(CapturedTests.OneDoor one) : IClassFixture<CapturedTests.OneDoor>
{
    private readonly DoorHost door = one.Door;

    public static TheoryData<string> Names => Capture.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_has_its_effect_and_no_other(string name)
    {
        var capture = Capture.Of(name);

        Assert.Equal((capture.Status, capture.Expected), (await SendAsync(capture.At(door.Microsoft.Connector)), Capture.Effect(door)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task More_fields_and_another_order_change_nothing(string name)
    {
        var capture = Capture.Of(name);
        foreach (var activity in Mutations.Harmless(capture.At(door.Microsoft.Connector)))
            Assert.Equal((capture.Status, capture.Expected), (await SendAsync(activity), Capture.Effect(door)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_that_is_missing_or_strange_is_a_fault(string name)
    {
        foreach (var activity in Mutations.Harmful(Capture.Of(name).At(door.Microsoft.Connector)))
        {
            var status = await SendAsync(activity);

            var text = activity.ToJsonString();
            Assert.True(status is 200 or 400 or 403 or 501, $"{status}: {text}");
            Assert.True(door.Inbox.Requests.Count + door.Inbox.Events.Count <= 1, text);
            foreach (var request in door.Inbox.Requests)
                Assert.Contains(JsonSerializer.Serialize(request.Sender.ExternalId), text, StringComparison.Ordinal); // nobody who is not named there
            Capture.Effect(door);
        }
    }

    private async Task<int> SendAsync(JsonObject activity) => (await door.SendAsync(activity.ToJsonString(), DoorHost.Bearer(door.Token(door.Microsoft.Connector)))).Status;

    /// <summary>One for all: it keeps nothing from one request to the next.</summary>
    public sealed class OneDoor : IAsyncLifetime
    {
        internal DoorHost Door { get; private set; } = null!;

        public async Task InitializeAsync() => Door = await DoorHost.StartAsync();

        public async Task DisposeAsync() => await Door.DisposeAsync();
    }
}
