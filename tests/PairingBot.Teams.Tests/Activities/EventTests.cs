using PairingBot.Domain.Chat;
using PairingBot.Teams.Tests.Door;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>What is stored, and what is kept of where it came from.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private DoorHost door = null!;

    private string Address => door.Microsoft.Connector;

    public async Task InitializeAsync() => door = await DoorHost.StartAsync();

    public async Task DisposeAsync() => await door.DisposeAsync();

    [Fact]
    public async Task Typed_words_are_stored_once_however_often_they_are_delivered()
    {
        var activity = Happenings.Words(Address, "join");

        await door.SendAsync(activity);
        Assert.Equal(new Answer(200, ""), await door.SendAsync(activity));

        var stored = Assert.Single(door.Inbox.Events.Values);
        Assert.Equal(new InboundEvent(new InstallationKey("teams", DoorHost.Tenant), Happenings.AnnsChat + "|f:1", activity.ToJsonString()), stored);
    }

    [Fact]
    public async Task Without_an_id_it_is_known_by_what_it_says()
    {
        var activity = Happenings.Words(Address, "join").Without("id");

        await door.SendAsync(activity);
        await door.SendAsync(activity);
        await door.SendAsync(activity.With("text", "leave"));

        Assert.Equal(2, door.Inbox.Events.Count);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_to_be_delivered_again()
    {
        door.Inbox.IsBroken = true;

        Assert.Equal(new Answer(503, ""), await door.SendAsync(Happenings.Words(Address, "join")));
    }

    [Fact]
    public async Task Each_activity_says_anew_where_its_conversation_is()
    {
        await door.SendAsync(Happenings.Activity(Address, "typing"));
        Assert.Equal(new ChatReference(Happenings.AnnsChat, Address, Happenings.Ann), door.Book.Kept[Happenings.AnnsChat]);

        await door.SendAsync(Happenings.Activity("https://smba.trafficmanager.net/fr/", "typing"));
        Assert.Equal("https://smba.trafficmanager.net/fr/", door.Book.Kept[Happenings.AnnsChat].ServiceAddress);
    }

    [Fact]
    public async Task A_conversation_of_several_is_nobodys()
    {
        await door.SendAsync(Happenings.Activity(Address, "typing").InGroup());

        Assert.Equal(new ChatReference("19:pair@thread.v2", Address), Assert.Single(door.Book.Kept).Value);
    }

    [Fact]
    public async Task A_thread_is_no_place_of_its_own()
    {
        var activity = Happenings.Activity(Address, "typing").InGroup();
        activity["conversation"]!["id"] = "19:general@thread.tacv2;messageid=1700000000123";

        await door.SendAsync(activity);

        Assert.Equal("19:general@thread.tacv2", Assert.Single(door.Book.Kept).Key);
    }

    [Fact]
    public async Task A_chat_of_two_people_is_not_the_one_that_somebody_has_with_the_bot()
    {
        var activity = Happenings.Invoke(Address, "composeExtension/fetchTask", new System.Text.Json.Nodes.JsonObject { ["commandId"] = "help" });
        activity["conversation"]!["id"] = "19:ann_ben@unq.gbl.spaces";

        Assert.Equal(200, (await door.SendAsync(activity)).Status);

        Assert.Empty(door.Book.Kept);
        Assert.Single(door.Inbox.Requests);
    }

    [Fact]
    public async Task A_book_that_breaks_costs_nobody_their_words()
    {
        door.Book.IsBroken = true;

        Assert.Equal(200, (await door.SendAsync(Happenings.Words(Address, "join"))).Status);
        Assert.Single(door.Inbox.Events);
    }

    [Fact]
    public async Task Whoever_takes_the_bot_away_is_no_longer_reached_there()
    {
        await door.SendAsync(Happenings.Activity(Address, "installationUpdate").With("action", "add"));
        Assert.NotEmpty(door.Book.Kept);

        await door.SendAsync(Happenings.Activity(Address, "installationUpdate").With("action", "remove").With("id", "f:2"));

        Assert.Empty(door.Book.Kept);
    }

    [Fact]
    public async Task What_a_bot_says_is_nobodys_wish()
    {
        var activity = Happenings.Words(Address, "join");
        activity["from"]!["role"] = "bot";

        Assert.Equal(new Answer(200, ""), await door.SendAsync(activity));
        Assert.Empty(door.Inbox.Events);
    }
}
