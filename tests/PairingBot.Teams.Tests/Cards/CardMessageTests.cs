using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Tests.Cards;

public sealed class CardMessageTests
{
    public static TheoryData<string> Extremes => new(
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 700)),
        string.Concat(Enumerable.Repeat("مرحبا بالعالم ", 400)),
        new string('x', 50_000),
        new string('*', 20_000),
        "",
        " \n ",
        "\uD83D lone");

    [Fact]
    public void A_button_says_what_was_pressed()
    {
        var action = Row(new Choice("met", "We met", "42", ChoiceTone.Primary)).Single()!;

        Assert.Equal(("Action.Execute", "met", "We met", "positive"), ((string?)action["type"], (string?)action["verb"], (string?)action["title"], (string?)action["style"]));
        Assert.Equal(new CardPress("met", "42"), CardPress.Read(System.Text.Json.JsonSerializer.SerializeToElement(action["data"])));
    }

    [Fact]
    public void A_button_that_opens_a_form_fetches_a_dialog()
    {
        var action = Row(new Choice(ChatActions.Settings, "My settings")).Single()!;

        Assert.Equal(("Action.Submit", "task/fetch"), ((string?)action["type"], (string?)action["data"]!["msteams"]!["type"]));
    }

    [Fact]
    public void Before_a_press_that_counts_a_question_is_opened_in_the_card()
    {
        var body = Body(new Choices([new Choice("leave", "Leave", "", ChoiceTone.Danger, new Confirmation("Leave?", "You can come back.", "Yes, leave", "Stay"))]));

        var (button, question) = (body[0]!["actions"]![0]!, body[1]!);
        Assert.Equal(("Action.ToggleVisibility", "destructive"), ((string?)button["type"], (string?)button["style"]));
        Assert.Equal((string?)button["targetElements"]![0], (string?)question["id"]);
        Assert.False((bool)question["isVisible"]!);
        Assert.Equal(["Leave?", "You can come back."], question["items"]!.AsArray().Take(2).Select(item => (string)item!["text"]!));
        Assert.Equal([("Action.Execute", "Yes, leave"), ("Action.ToggleVisibility", "Stay")], question["items"]![2]!["actions"]!.AsArray().Select(action => ((string)action!["type"]!, (string)action["title"]!)));
    }

    [Fact]
    public void Many_buttons_take_more_than_one_row() =>
        Assert.Equal([5, 5, 2], Body(new Choices([.. Enumerable.Range(0, 12).Select(number => new Choice("met", $"{number}"))])).Select(row => row!["actions"]!.AsArray().Count));

    [Fact]
    public void A_divider_is_a_line_above_what_follows()
    {
        var body = Body(new Divider(), new Paragraph(ChatText.Plain("One")), new Divider(), new Paragraph(ChatText.Empty), new Paragraph(ChatText.Plain("Two")), new Divider());

        Assert.Equal([false, true], body.Select(block => (bool?)block!["separator"] ?? false));
    }

    [Fact]
    public void Only_a_home_asks_for_its_newer_self()
    {
        var refresh = AdaptiveCards.Message(Message("home"))["refresh"]!;

        Assert.Equal(("Action.Execute", "home"), ((string?)refresh["action"]!["type"], (string?)refresh["action"]!["verb"]));
        Assert.Null(refresh["userIds"]);
        Assert.Null(AdaptiveCards.Message(Message("joined"))["refresh"]);
    }

    [Fact]
    public void The_notification_has_one_line_of_words()
    {
        var activity = TeamsMessages.Activity(new ChatMessage("k", "Hello\n" + new string('x', 1000), [new Paragraph(ChatText.Plain("Hello"))]));

        Assert.Equal(CardSize.LongestSummary, ((string)activity["summary"]!).Length);
        Assert.StartsWith("Hello x", (string)activity["summary"]!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void A_message_of_extremes_is_below_the_limit(string text)
    {
        var message = new ChatMessage("extreme", text, [
            new Heading(text), new Paragraph(ChatText.Plain(text)), new Bullets([ChatText.Plain(text), ChatText.Plain(text)]), new Note(ChatText.Plain(text)), new Divider(),
            new Choices([new Choice("met", text, "1", Confirm: new Confirmation(text, text, text, text))])]);

        var activity = TeamsMessages.Activity(message);

        Assert.InRange(Bytes(activity), 1, 80 * 1024);
        Assert.Contains("\"verb\":\"met\"", activity.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_long_texts_are_shortened_and_short_ones_stay()
    {
        var body = Body(new Paragraph(ChatText.Plain(new string('x', 60_000))), new Paragraph(ChatText.Plain("Short.")), new Choices([new Choice("met", "We met")]));

        Assert.EndsWith("…", (string)body[0]!["text"]!, StringComparison.Ordinal);
        Assert.InRange(((string)body[0]!["text"]!).Length, 4000, 8000);
        Assert.Equal("Short.", (string?)body[1]!["text"]);
    }

    [Fact]
    public void Of_too_many_pieces_the_last_buttons_stay()
    {
        MessagePiece[] pieces = [.. Enumerable.Range(0, 2000).Select(number => new Paragraph(ChatText.Of($"This is paragraph {number} of a long message."))), new Choices([new Choice("met", "We met")])];

        var activity = TeamsMessages.Activity(new ChatMessage("long", "Long", pieces));

        Assert.InRange(Bytes(activity), 40 * 1024, 80 * 1024);
        var body = activity["attachments"]![0]!["content"]!["body"]!.AsArray();
        Assert.Equal(["…", null], body.TakeLast(2).Select(block => (string?)block!["text"]));
        Assert.Equal("met", (string?)body[^1]!["actions"]![0]!["verb"]);
    }

    [Theory]
    [InlineData("""{"press":7}""")]
    [InlineData("""{"press":""}""")]
    [InlineData("""{"press":"\ud83d"}""")]
    [InlineData("""{"argument":"42"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_button_of_ours_is_none(string data) => Assert.Null(CardPress.Read(System.Text.Json.JsonDocument.Parse(data).RootElement));

    private static JsonArray Body(params MessagePiece[] pieces) => AdaptiveCards.Message(new ChatMessage("k", "Summary", pieces))["body"]!.AsArray();

    private static JsonArray Row(params Choice[] choices) => Body(new Choices(choices))[0]!["actions"]!.AsArray();

    private static ChatMessage Message(string key) => ChatMessage.Of(key, ChatText.Plain("Hello."));

    private static int Bytes(JsonObject activity) => CardSize.Of(activity) * sizeof(char);
}
