using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Cards;
using PairingBot.Teams.Tests.Door;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>Forms, in a dialog and in a chat: what was typed is never lost.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private static readonly ChatForm Form = new(ChatForms.AskTopic, "Ask", "Send", [new TextField("topic", "Topic")], "p1");
    private static readonly Reply Refusal = new RefuseForm(new Dictionary<string, string> { ["topic"] = "Please say more." });
    private DoorHost door = null!;

    private string Address => door.Microsoft.Connector;

    public async Task InitializeAsync() => door = await DoorHost.StartAsync();

    public async Task DisposeAsync() => await door.DisposeAsync();

    [Theory]
    [InlineData("task/submit")]
    [InlineData("composeExtension/submitAction")]
    public async Task A_sent_form_is_carried_out_and_closes(string name)
    {
        Assert.Equal(new Answer(200, ""), await SubmitAsync(name));

        var request = door.Inbox.Only;
        Assert.Equal("Rust", Assert.IsType<SaveAskTopic>(request.Intent).Answers.Text("topic"));
        Assert.Equal((ChatPlace.Form, null), (request.Place, request.ReplyHandle));
    }

    [Fact]
    public async Task A_refused_form_stays_with_what_was_typed_and_what_is_wrong()
    {
        door.Inbox.AnswerWith(Refusal);

        var said = await SubmitAsync("task/submit");

        Assert.Equal("continue", (string?)said.Json()["task"]!["type"]);
        Assert.Contains("Rust", said.Body, StringComparison.Ordinal);
        Assert.Contains("Please say more.", said.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_leaves_the_form_with_what_was_typed()
    {
        door.Inbox.Break();

        var said = await SubmitAsync("task/submit");

        Assert.Contains("Rust", said.Body, StringComparison.Ordinal);
        Assert.Contains("Something went wrong on our side.", said.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_version_is_said_to_be_one()
    {
        var said = await door.SendAsync(Happenings.Invoke(Address, "task/submit", new JsonObject { ["data"] = Sent.Data(Form with { Key = "of-next-year" }, "Rust") }));

        Assert.StartsWith("That form is from an older version", (string?)said.Json()["task"]!["value"]!["card"]!["content"]!["body"]![0]!["text"], StringComparison.Ordinal);
        Assert.Empty(door.Inbox.Requests);
    }

    [Fact]
    public async Task A_plain_button_posts_its_form_into_the_chat()
    {
        door.Inbox.AnswerWith(new OpenForm(Form));

        Assert.Equal(new Answer(200, ""), await door.SendAsync(Happenings.CardMessage(Address, new CardPress(ChatActions.Ask, "").Data())));

        Assert.Equal((new AskForAdvice(""), ChatPlace.Message, Happenings.AnnsChat + "|f:1"), (door.Inbox.Only.Intent, door.Inbox.Only.Place, door.Inbox.Only.DeliveryId));
        Assert.Equal(Happenings.Card, PressHandle.Read(door.Inbox.Only.ReplyHandle!)!.Card);
        var posted = Assert.Single(door.Microsoft.Posts);
        Assert.Equal(("POST", $"/emea/v3/conversations/{Happenings.AnnsChat}/activities", "Ask"), (posted.Method, posted.Path, (string?)posted.Body["summary"]));
    }

    [Fact]
    public async Task A_pressed_button_of_a_card_posts_its_form_and_says_so()
    {
        door.Inbox.AnswerWith(new OpenForm(Form));

        var said = await ExecuteAsync(Happenings.Invoke);

        Assert.Equal("I have put the form at the end of this chat.", (string?)said.Json()["value"]);
        Assert.Single(door.Microsoft.Posts);
    }

    [Fact]
    public async Task Between_several_a_form_goes_where_nobody_else_reads_it()
    {
        await door.SendAsync(Happenings.Activity(Address, "typing")); // now Ann's own chat is known
        door.Inbox.AnswerWith(new OpenForm(Form));

        var said = await ExecuteAsync((address, name, value) => Happenings.Invoke(address, name, value).InGroup());

        Assert.Equal("I have sent you the form in our own chat, where nobody else reads it.", (string?)said.Json()["value"]);
        Assert.Contains(Happenings.AnnsChat, Assert.Single(door.Microsoft.Posts).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_reached_alone_no_form_is_posted()
    {
        door.Inbox.AnswerWith(new OpenForm(Form));

        var said = await ExecuteAsync((address, name, value) => Happenings.Invoke(address, name, value).InGroup());

        Assert.StartsWith("I could not show you the form.", (string?)said.Json()["value"], StringComparison.Ordinal);
        Assert.Empty(door.Microsoft.Posts);
    }

    [Fact]
    public async Task A_form_in_the_chat_that_is_refused_stays_with_what_was_typed()
    {
        door.Inbox.AnswerWith(Refusal);

        Assert.Equal(new Answer(200, ""), await SendAsync());

        var updated = Assert.Single(door.Microsoft.Posts);
        Assert.Equal(("PUT", $"/emea/v3/conversations/{Happenings.AnnsChat}/activities/{Happenings.Card}"), (updated.Method, updated.Path));
        Assert.Contains("Rust", updated.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Please say more.", updated.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_the_chat_that_is_taken_needs_no_answer_of_ours()
    {
        Assert.Equal(new Answer(200, ""), await SendAsync());

        Assert.Equal("Rust", Assert.IsType<SaveAskTopic>(door.Inbox.Only.Intent).Answers.Text("topic"));
        Assert.Empty(door.Microsoft.Posts);
    }

    [Fact]
    public async Task A_fault_of_ours_at_a_plain_button_is_said_in_the_chat()
    {
        door.Inbox.Break();

        Assert.Equal(200, (await door.SendAsync(Happenings.CardMessage(Address, new CardPress(ChatActions.Join, "").Data()))).Status);

        Assert.Contains("Something went wrong on our side.", Assert.Single(door.Microsoft.Posts).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_button_of_another_version_is_said_to_be_one_in_the_chat()
    {
        Assert.Equal(200, (await door.SendAsync(Happenings.CardMessage(Address, new CardPress("of-next-year", "").Data()))).Status);

        Assert.Contains("That button is from an older version.", Assert.Single(door.Microsoft.Posts).Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(door.Inbox.Requests);
    }

    private Task<Answer> SubmitAsync(string name) => door.SendAsync(Happenings.Invoke(Address, name, new JsonObject { ["commandId"] = "ask", ["data"] = Sent.Data(Form, "Rust") }));

    private Task<Answer> SendAsync() => door.SendAsync(Happenings.CardMessage(Address, Sent.Data(Form, "Rust")));

    private Task<Answer> ExecuteAsync(Func<string, string, JsonNode, JsonObject> invoke) => door.SendAsync(invoke(Address, "adaptiveCard/action", new JsonObject
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = ChatActions.Ask, ["data"] = new CardPress(ChatActions.Ask, "").Data() },
        ["trigger"] = "manual",
    }));
}
