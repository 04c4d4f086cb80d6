using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Tests.Cards;

public sealed class CardFormTests
{
    private static readonly FormOption[] Options = [new("a,b", "First", "It has a comma"), new("50%", "Second"), new("%2C", "Third")];

    private static readonly ChatForm Every = new("settings", "My settings", "Save", [
        new FormHeading("You"), new FormText(ChatText.Of($"Hello {new Mention("a1a1a1a1-0000-4000-8000-00000000a11a", "Ana")}")), new FormButtons([new Choice("preview", "Preview", "1")]),
        new TextField("goal", "Goal", "A, b", "One line", Required: true, MaxLength: 90, Placeholder: "Listen better"), new OneOf("one", "One", Options, "a,b", "A hint"),
        new AnyOf("any", "Any", Options, ["a,b", "%2C"]), new PeopleField("people", "People", ["a1a1a1a1-0000-4000-8000-00000000a11a"]), new ChannelField("channel", "Channel", "19:x@thread.tacv2"),
        new TimeField("time", "Time", new TimeOnly(9, 30)), new DateField("date", "Date", new DateOnly(2026, 3, 1))], "42");

    [Fact]
    public void What_is_chosen_comes_back_whatever_its_letters()
    {
        var sent = Read(Every, ("text:goal", "  A, b "), ("one:one", "50%25"), ("many:any", "a%2Cb,50%25"), ("many:people", "p1, p2"), ("text:time", "09:30"), ("text:date", "2026-03-01"));

        Assert.Equal(("settings", "42", "A, b", "50%"), (sent.Key, sent.Argument, sent.Answers.Text("goal"), sent.Answers.Text("one")));
        Assert.Equal(["a,b", "50%"], sent.Answers.Many("any"));
        Assert.Equal(["p1", "p2"], sent.Answers.Many("people"));
        Assert.Equal(("09:30", "2026-03-01", "19:x@thread.tacv2"), (sent.Answers.Text("time"), sent.Answers.Text("date"), sent.Answers.Text("channel")));
    }

    [Fact]
    public void What_was_left_empty_is_no_answer()
    {
        var sent = Read(Every, ("text:goal", ""), ("one:one", InputId.Nothing));

        Assert.All(["goal", "one", "any", "people", "time", "date"], key => Assert.Empty(sent.Answers.Many(key)));
        Assert.Contains("any", sent.Answers.Values.Keys);
    }

    [Fact]
    public void A_percent_sign_that_was_typed_is_one() => Assert.Equal("%", Read(Every, ("text:goal", "%")).Answers.Text("goal"));

    [Fact]
    public void A_field_called_like_the_data_is_no_danger()
    {
        var form = new ChatForm("meeting", "Meeting", "Save", [new TextField("form", "Form", "x"), new TextField("argument", "Argument", "y")], "42");

        var sent = Read(form, ("text:form", "x"), ("text:argument", "y"));

        Assert.Equal(("meeting", "42", "x", "y"), (sent.Key, sent.Argument, sent.Answers.Text("form"), sent.Answers.Text("argument")));
    }

    [Fact]
    public void A_fault_stands_at_its_field_and_what_was_typed_stays()
    {
        var typed = new FormAnswers(new Dictionary<string, IReadOnlyList<string>> { ["goal"] = [" too long "], ["any"] = ["50%"] });

        var body = AdaptiveCards.Form(Every, typed, new Dictionary<string, string> { ["goal"] = "Shorter, please." }, ChatMessage.Of("n", ChatText.Plain("Nothing was saved.")))["body"]!.AsArray();

        Assert.Equal(("Container", "Nothing was saved."), ((string?)body[0]!["type"], (string?)body[0]!["items"]![0]!["text"]));
        var at = body.Select((element, index) => (element, index)).Single(each => (string?)each.element!["id"] == "text:goal").index;
        Assert.Equal(" too long ", (string?)body[at]!["value"]);
        Assert.Equal(("Shorter, please.", "attention"), ((string?)body[at + 1]!["text"], (string?)body[at + 1]!["color"]));
        Assert.Equal("One line", (string?)body[at + 2]!["text"]);
        Assert.Equal("50%25", (string?)body.Single(element => (string?)element!["id"] == "many:any")!["value"]);
        Assert.Null(body.Single(element => (string?)element!["id"] == "text:time")!["value"]);
    }

    [Fact]
    public void Buttons_in_a_form_act_without_its_fields()
    {
        var button = AdaptiveCards.Form(Every)["body"]!.AsArray().Single(element => (string?)element!["type"] == "ActionSet")!["actions"]![0]!;

        Assert.Equal(("Action.Submit", "none", "preview"), ((string?)button["type"], (string?)button["associatedInputs"], (string?)button["data"]!["press"]));
    }

    [Fact]
    public void Where_an_answer_is_needed_none_is_no_choice()
    {
        static JsonArray Choices(bool required) => AdaptiveCards.Form(new ChatForm("k", "t", "s", [new OneOf("one", "One", Options, Required: required)]))["body"]![0]!["choices"]!.AsArray();

        Assert.Equal(Options.Length, Choices(required: true).Count);
        Assert.Equal(InputId.Nothing, (string?)Choices(required: false)[0]!["value"]);
    }

    [Fact]
    public void In_a_message_a_form_has_its_title()
    {
        var activity = TeamsMessages.Activity(Every);

        Assert.Equal(("My settings", "My settings"), ((string?)activity["summary"], (string?)activity["attachments"]![0]!["content"]!["body"]![0]!["text"]));
    }

    [Fact]
    public void Without_anything_to_fill_in_nothing_is_sent() => Assert.Null(AdaptiveCards.Form(new ChatForm("notice", "t", "s", [new FormText(ChatText.Plain("Hello."))]))["actions"]);

    [Fact]
    public void The_largest_form_is_below_the_limit_and_can_be_shown_again()
    {
        var text = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 270));
        FormOption[] options = [.. Enumerable.Range(0, 100).Select(number => new FormOption($"value-{number}", $"An option with a name of usual length, {number}"))];
        var form = new ChatForm("settings", "Settings", "Save", [
            .. Enumerable.Range(0, 5).Select(number => new TextField($"text-{number}", "A question of usual length?", text, "And a hint that helps to answer it.", ManyLines: true, MaxLength: 3000)),
            new OneOf("one", "One", options), new AnyOf("any", "Any", options[..10], []), new PeopleField("people", "People", [.. Enumerable.Range(0, 50).Select(number => $"a1a1a1a1-0000-4000-8000-{number:000000000000}")])]);

        var card = AdaptiveCards.Form(form);

        Assert.InRange(CardSize.Of(card) * sizeof(char), 60 * 1024, 80 * 1024);
        Assert.NotNull(Read(form).Shown);
    }

    [Fact]
    public void A_form_with_no_room_left_goes_without_what_shows_it_again()
    {
        var form = new ChatForm("settings", "Settings", "Save", [.. Enumerable.Range(0, 11).Select(number => new TextField($"text-{number}", new string('q', 300), new string('x', 3000), MaxLength: 3000))]);

        var sent = Read(form, ("text:text-1", "x"));

        Assert.Null(sent.Shown);
        Assert.Equal("x", sent.Answers.Text("text-1"));
        Assert.InRange(CardSize.Of(AdaptiveCards.Form(form)) * sizeof(char), 60 * 1024, 80 * 1024);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"form\"")]
    [InlineData("""{"form":7}""")]
    [InlineData("""{"form":""}""")]
    [InlineData("""{"form":"\udc00"}""")]
    public void What_is_no_form_of_ours_is_none(string data) => Assert.Null(CardForm.Read(JsonDocument.Parse(data).RootElement));

    [Theory]
    [InlineData("""{"form":"settings","shown":{"title":"\ud83d","submit":"s","pieces":[]}}""")]
    [InlineData("""{"form":"settings","shown":[[[[]]]]}""")]
    [InlineData("""{"form":"settings","shown":{"title":"t","submit":"s","pieces":[{"kind":"spell"}]}}""")]
    [InlineData("""{"form":"settings","shown":{"title":"t","submit":"s","pieces":[null]}}""")]
    [InlineData("""{"form":"settings","\ud83d":"x","text:goal":7,"many:any":["x"],"text:":"\ud83d"}""")]
    public void What_cannot_be_read_is_left_out(string data)
    {
        var sent = CardForm.Read(JsonDocument.Parse(data).RootElement)!;

        Assert.Null(sent.Shown);
        Assert.Empty(sent.Answers.Values);
    }

    [Fact]
    public void Known_channels_are_a_list_to_choose_from_and_the_one_that_it_was_can_stay()
    {
        var form = new ChatForm("program", "Program", "Save", [new ChannelField("channel", "Channel", "19:old@thread.tacv2") { Known = [new FormOption("19:a@thread.tacv2", "Learning › General")] }]);
        var input = AdaptiveCards.Form(form)["body"]!.AsArray().Single(element => (string?)element!["type"] == "Input.ChoiceSet")!;
        Assert.Equal(("one:channel", "19:old@thread.tacv2"), ((string?)input["id"], (string?)input["value"]));
        Assert.Equal(["%", "19:old@thread.tacv2", "19:a@thread.tacv2"], input["choices"]!.AsArray().Select(choice => (string)choice!["value"]!));

        Assert.Equal(["19:old@thread.tacv2"], Read(form).Answers.Many("channel"));
        Assert.Equal(["19:a@thread.tacv2"], Read(form, ("one:channel", "19:a@thread.tacv2")).Answers.Many("channel"));
        Assert.Empty(Read(form, ("one:channel", "%")).Answers.Many("channel"));
        Assert.Single(Read(form).Shown!.Pieces.OfType<ChannelField>().Single().Known);
    }

    private static CardForm Read(ChatForm form, params (string Id, string Value)[] inputs)
    {
        var data = AdaptiveCards.Form(form)["actions"]![0]!["data"]!.DeepClone();
        foreach (var (id, value) in inputs) data[id] = value;
        return CardForm.Read(JsonSerializer.SerializeToElement(data))!;
    }
}
