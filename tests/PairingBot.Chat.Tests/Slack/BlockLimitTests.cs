using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>Whatever people and programs are called: what is sent stays below Slack's limits.</summary>
public sealed class BlockLimitTests
{
    public static TheoryData<string> Extremes => new(
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 700)),
        string.Concat(Enumerable.Repeat("مرحبا بالعالم ", 400)),
        new string('x', 5000),
        string.Concat(Enumerable.Repeat("<!channel>&", 500)),
        "",
        " \n ",
        "\uD83D lone");

    [Theory]
    [MemberData(nameof(Extremes))]
    public void A_message_of_extremes_is_taken(string text)
    {
        var message = new ChatMessage("extreme", text, [
            new Heading(text), new Paragraph(ChatText.Plain(text)), new Bullets([ChatText.Plain(text), ChatText.Plain(text)]), new Note(ChatText.Plain(text)), new Divider(),
            new Choices([new Choice("met", text, "1", Confirm: new Confirmation(text, text, text, text))])]);

        var json = JsonSerializer.SerializeToElement(SlackMessages.Post("C1", message), SlackJson.Default.PostMessage);

        Assert.InRange(json.GetProperty("text").GetString()!.Length, 0, 4000);
        SlackRules.Check(json, 50);
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void A_form_of_extremes_is_taken(string text)
    {
        FormOption[] options = [.. Enumerable.Range(0, 120).Select(number => new FormOption($"v{number}", text, text))];
        var form = new ChatForm("settings", text, text, [
            new FormHeading(text), new FormText(ChatText.Plain(text)), new TextField("a", text, text, text, true, true, 9000, text), new TextField("b", text, text, MaxLength: 20),
            new OneOf("c", text, options, "v3"), new AnyOf("d", text, options, ["v1", "v2", "nowhere"], text), new PeopleField("e", text, []), new ChannelField("f", text),
            new TimeField("g", text), new DateField("h", text)], "42") { Cancel = text };

        var json = JsonSerializer.SerializeToElement(SlackForms.Render(form), SlackJson.Default.View);

        SlackRules.Check(json, 100);
    }

    [Fact]
    public void Too_many_pieces_leave_the_last_buttons_in_place()
    {
        var pieces = Enumerable.Range(0, 80).Select(MessagePiece (number) => new Paragraph(ChatText.Of($"{number}")));
        var message = new ChatMessage("long", "Long", [.. pieces, new Choices([new Choice("met", "We met")])]);

        var blocks = SlackMessages.Post("C1", message).Blocks!;

        Assert.Equal(50, blocks.Count);
        Assert.IsType<ActionsBlock>(blocks[^1]);
        Assert.IsType<ContextBlock>(blocks[^2]);
    }

    [Fact]
    public void Like_buttons_in_a_row_have_different_ids_and_the_same_action()
    {
        var message = new ChatMessage("which", "Which?", [new Choices([new Choice("met", "Ann", "1"), new Choice("met", "Bob", "2"), new Choice("skip", "None")])]);

        var row = Assert.IsType<ActionsBlock>(Assert.Single(SlackMessages.Post("C1", message).Blocks!));

        Assert.Equal(["met", "met~2", "skip"], row.Elements.Select(button => button.ActionId));
        Assert.Equal(["met", "met", "skip"], row.Elements.Select(button => Buttons.ActionOf(button.ActionId)));
    }

    [Fact]
    public void A_row_of_many_buttons_takes_more_than_one()
    {
        var message = new ChatMessage("many", "Many", [new Choices([.. Enumerable.Range(0, 12).Select(number => new Choice("met", $"{number}"))])]);

        var rows = SlackMessages.Post("C1", message).Blocks!.Cast<ActionsBlock>().ToList();

        Assert.Equal([5, 5, 2], rows.Select(row => row.Elements.Count));
        Assert.Equal(3, rows.Select(row => row.BlockId).Distinct().Count());
    }

    [Fact]
    public void A_field_without_options_is_left_out() =>
        Assert.Single(SlackForms.Render(new ChatForm("program", "Program", "Save", [new TextField("name", "Name"), new OneOf("zone", "Zone", []), new AnyOf("offer", "On offer", [], [])])).Blocks);

    [Fact]
    public void An_argument_is_never_cut() =>
        Assert.Throws<InvalidOperationException>(() => SlackMessages.Post("C1", new ChatMessage("k", "s", [new Choices([new Choice("met", "x", new string('x', 2001))])])));
}
