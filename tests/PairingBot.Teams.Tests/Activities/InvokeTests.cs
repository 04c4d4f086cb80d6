using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Chat.Tests.Manifest;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Cards;
using PairingBot.Teams.Tests.Door;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>What Teams asks and shows the answer of: each answer is one that Teams takes.</summary>
public sealed class InvokeTests : IAsyncLifetime
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folders.Tests, "Activities/invoke-responses.schema.json"))).RootElement);
    private static readonly ChatMessage Words = ChatMessage.Of("words", ChatText.Plain("You are in."));
    private static readonly ChatMessage Buttons = new("buttons", "You are in.", [new Paragraph(ChatText.Plain("You are in.")), new Choices([new Choice(ChatActions.Skip, "Skip"), new Choice(ChatActions.Settings, "Settings")])]);
    private static readonly ChatForm Form = new(ChatForms.AskTopic, "Ask", "Send", [new TextField("topic", "Topic")], "p1");
    private DoorHost door = null!;

    private string Address => door.Microsoft.Connector;

    public async Task InitializeAsync() => door = await DoorHost.StartAsync();

    public async Task DisposeAsync() => await door.DisposeAsync();

    /// <summary>Every reply that there is, to every way to ask.</summary>
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in new[] { "adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask", "composeExtension/submitAction" })
            {
                foreach (var reply in Replies.Keys) all.Add(name, reply);
            }

            return all;
        }
    }

    private static readonly Dictionary<string, Reply?> Replies = new()
    {
        ["silence"] = Reply.Nothing,
        ["words"] = new Say(Words),
        ["words with buttons"] = new Say(Buttons),
        ["a new card"] = new Replace(Buttons),
        ["a form"] = new OpenForm(Form),
        ["a refusal"] = new RefuseForm(new Dictionary<string, string> { ["topic"] = "Please write a topic." }),
        ["a fault"] = null,
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_answer_has_a_shape_that_Teams_takes(string name, string reply)
    {
        if (Replies[reply] is { } answer) door.Inbox.AnswerWith(answer);
        else door.Inbox.Break();

        var said = await InvokeAsync(name, Value(name));

        Assert.Equal(200, said.Status);
        Assert.Empty(Schema.Faults(JsonDocument.Parse(said.Body.Length == 0 ? "null" : said.Body).RootElement, name));
        Assert.Single(door.Inbox.Requests);
    }

    [Fact]
    public async Task A_press_is_asked_with_where_its_answer_may_go_and_answered_in_a_few_words()
    {
        var said = await ExecuteAsync(new CardPress(ChatActions.Met, "p1"));

        var request = door.Inbox.Only;
        Assert.Equal((new SayMet("p1"), Happenings.Ann, ChatPlace.Message, Happenings.AnnsChat + "|f:1"), (request.Intent, request.Sender.ExternalId, request.Place, request.DeliveryId));
        Assert.Equal(new PressHandle(Address, Happenings.AnnsChat, Happenings.Card, "29:ann", IsPersonal: true) { Tenant = DoorHost.Tenant }, PressHandle.Read(request.ReplyHandle!));
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)said.Json()["type"]);
        Assert.Equal("Thank you, I have noted it.", (string?)said.Json()["value"]);
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_as_one()
    {
        door.Inbox.Break();

        var said = (await ExecuteAsync(new CardPress(ChatActions.Join, ""))).Json();

        Assert.Equal((500, "application/vnd.microsoft.error"), ((int)said["statusCode"]!, (string?)said["type"]));
        Assert.StartsWith("Something went wrong on our side.", (string?)said["value"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_stopped_in_time()
    {
        var stopped = new TaskCompletionSource();
        door.Inbox.Answer = async (_, cancel) =>
        {
            await using var registration = cancel.Register(stopped.SetResult);
            await Task.Delay(Timeout.Infinite, cancel);
            return Reply.Nothing;
        };
        var since = System.Diagnostics.Stopwatch.GetTimestamp();

        var said = (await ExecuteAsync(new CardPress(ChatActions.Join, ""))).Json();

        await stopped.Task;
        Assert.Equal(500, (int)said["statusCode"]!);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_button_of_another_version_is_said_to_be_one()
    {
        var said = (await ExecuteAsync(new CardPress("of-next-year", ""))).Json();

        Assert.StartsWith("That button is from an older version.", (string?)said["value"], StringComparison.Ordinal);
        Assert.Empty(door.Inbox.Requests);
    }

    [Fact]
    public async Task A_card_that_shows_itself_anew_gets_a_card_and_nothing_is_posted()
    {
        door.Inbox.AnswerWith(new Say(Buttons));

        var said = (await ExecuteAsync(new CardPress("home", ""), "automatic")).Json();

        Assert.Equal(AdaptiveCards.ContentType, (string?)said["type"]);
        Assert.Equal((new ShowHome(), null, null), (door.Inbox.Only.Intent, door.Inbox.Only.ReplyHandle, door.Inbox.Only.DeliveryId));
    }

    [Theory]
    [InlineData(ChatActions.Join)]
    [InlineData(ChatActions.Met)]
    [InlineData(ChatActions.Settings)]
    [InlineData("of-next-year")]
    public async Task A_card_that_shows_itself_anew_can_do_nothing_else(string action)
    {
        Assert.Equal(500, (int)(await ExecuteAsync(new CardPress(action, "p1"), "automatic")).Json()["statusCode"]!);

        Assert.Empty(door.Inbox.Requests);
    }

    [Fact]
    public async Task A_button_opens_its_form_as_a_dialog()
    {
        door.Inbox.AnswerWith(new OpenForm(Form));

        var task = (await InvokeAsync("task/fetch", Value("task/fetch"))).Json()["task"]!;

        Assert.Equal(("continue", "Ask", "medium"), ((string?)task["type"], (string?)task["value"]!["title"], (string?)task["value"]!["width"]));
        Assert.Equal((new OpenSettings(), null), (door.Inbox.Only.Intent, door.Inbox.Only.ReplyHandle));
    }

    [Theory]
    [InlineData("settings", typeof(OpenSettings))]
    [InlineData("reflect", typeof(LookBack))]
    [InlineData("ask", typeof(AskForAdvice))]
    [InlineData("of-next-year", typeof(ShowHelp))]
    public async Task A_command_is_a_word_that_can_be_typed(string command, Type intent)
    {
        await InvokeAsync("composeExtension/fetchTask", new JsonObject { ["commandId"] = command, ["commandContext"] = "compose" });

        Assert.IsType(intent, door.Inbox.Only.Intent);
    }

    [Fact]
    public async Task Words_without_buttons_stand_in_a_dialog_as_words()
    {
        door.Inbox.AnswerWith(new Say(Words));

        Assert.Equal("You are in.", ShownIn(await InvokeAsync("task/fetch", Value("task/fetch"))));
    }

    [Fact]
    public async Task In_a_dialog_every_button_sends_it()
    {
        door.Inbox.AnswerWith(new Say(Buttons));

        var said = (await InvokeAsync("task/fetch", Value("task/fetch"))).Body;

        Assert.Contains("\"continue\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", said, StringComparison.Ordinal);
        Assert.DoesNotContain("task/fetch", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_inside_a_dialog_acts_and_its_answer_takes_the_dialogs_place()
    {
        door.Inbox.AnswerWith(new Say(Words));

        var said = await InvokeAsync("task/submit", new JsonObject { ["data"] = new CardPress(ChatActions.Skip, "").Data().With("text:goal", "typed") });

        Assert.Equal((new SkipRound(), ChatPlace.Form), (door.Inbox.Only.Intent, door.Inbox.Only.Place));
        Assert.Equal("You are in.", ShownIn(said));
    }

    [Fact]
    public async Task A_form_that_nobody_can_read_is_said_to_be_of_another_version()
    {
        var said = await InvokeAsync("task/submit", new JsonObject { ["data"] = new JsonObject { ["something"] = "else" } });

        Assert.StartsWith("That form is from an older version", ShownIn(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("signin/verifyState")]
    [InlineData("of/next/year")]
    public async Task What_is_unknown_is_said_to_be(string name) => Assert.Equal(new Answer(501, ""), await InvokeAsync(name, new JsonObject()));

    private static string? ShownIn(Answer answer) => (string?)answer.Json()["task"]!["value"]!["card"]!["content"]!["body"]![0]!["text"];

    private Task<Answer> ExecuteAsync(CardPress press, string trigger = "manual") => InvokeAsync("adaptiveCard/action", Executed(press).With("trigger", trigger));

    private Task<Answer> InvokeAsync(string name, JsonNode value) => door.SendAsync(Happenings.Invoke(Address, name, value));

    private static JsonObject Executed(CardPress press) => new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = press.Action, ["data"] = press.Data() }, ["trigger"] = "manual" };

    private static JsonObject Value(string name) => name switch
    {
        "adaptiveCard/action" => Executed(new CardPress(ChatActions.Settings, "")),
        "composeExtension/fetchTask" => new JsonObject { ["commandId"] = "settings" },
        "task/fetch" => new JsonObject { ["data"] = new CardPress(ChatActions.Settings, "").Data().With("msteams", new JsonObject { ["type"] = "task/fetch" }) },
        _ => new JsonObject { ["commandId"] = "settings", ["data"] = Sent.Data(Form, "Rust") },
    };
}
