using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>One sample of each kind of piece and field, as golden files.</summary>
public sealed class RenderedTests
{
    private static readonly MessagePiece[] Pieces =
    [
        new Heading("Your learning conversation"),
        new Paragraph(ChatText.Of($"{new Mention("U1", "Ann")} meets {new Mention("U2", "Bob")}: {ChatText.Strong("mentor and mentee")}. Goal: {"lead <a team> *well* & kindly"}")),
        new Bullets([ChatText.Plain("Same goal"), ChatText.Of($"Meet before {new Moment(DateTimeOffset.FromUnixTimeSeconds(1790000000), "Mon 21 Sep, 14:13 UTC")}"), ChatText.Of($"{new WebLink("https://pairingbot.example.com/help", "How to listen")} in {new ChannelMention("C1")}")]),
        new Divider(),
        new Note(ChatText.Plain("Ann organises; Bob asks first.")),
        new Choices([new Choice("time-found", "We have a time", "42", ChoiceTone.Primary), new Choice("met", "We met", "42"), new Choice("leave", "Leave", Tone: ChoiceTone.Danger, Confirm: new Confirmation("Leave?", "You will not be paired any more.", "Leave", "Stay"))]),
    ];

    private static readonly ChatForm Form = new("settings", "Your settings", "Save", [
        new FormHeading("About you"),
        new FormText(ChatText.Of($"Only what helps to {ChatText.Strong("match")}.")),
        new TextField("goal", "What are you trying to do?", "Lead a team", "One sentence", true, true, 300, "I want to …"),
        new TextField("years", "Years of experience", MaxLength: 2),
        new OneOf("level", "Level", [new FormOption("junior", "Junior"), new FormOption("senior", "Senior", "Leads others")], "senior"),
        new AnyOf("seek", "I seek", [new FormOption("mentor", "A mentor"), new FormOption("peer", "A peer")], ["peer"]),
        new PeopleField("never", "Never with", ["U2"], "Nobody sees this"),
        new ChannelField("channel", "Announce in", "C1"),
        new TimeField("from", "From", new TimeOnly(9, 30)),
        new DateField("until", "Until", new DateOnly(2026, 12, 24)),
        new FormButtons([new Choice("run-now", "Run now")]),
        new FormButtons([new Choice("leave", "Leave", Tone: ChoiceTone.Danger)])], "42");

    [Fact]
    public void Message() => Compare("slack-message", SlackMessages.Post("G1", new ChatMessage("sample", "You have a match", Pieces)), SlackJson.Default.PostMessage);

    [Fact]
    public void Home() => Compare("slack-home", SlackMessages.Home(new ChatHome(Pieces)), SlackJson.Default.View);

    [Fact]
    public void Settings_form() => Compare("slack-form", SlackForms.Render(Form), SlackJson.Default.View);

    [Fact]
    public void Notice() => Compare("slack-notice", SlackForms.Notice(ChatMessage.Of("saved", ChatText.Plain("Saved."))), SlackJson.Default.View);

    [Fact]
    public void Ephemeral_answer() => Compare("slack-ephemeral", SlackMessages.Ephemeral(ChatMessage.Of("joined", ChatText.Plain("Welcome."))), SlackJson.Default.InstantMessage);

    [Fact]
    public void Replacement() => Compare("slack-replacement", SlackMessages.AtPress(ChatMessage.Of("met", ChatText.Plain("Noted.")), replace: true), SlackJson.Default.InstantMessage);

    private static void Compare<T>(string name, T rendered, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape) =>
        GoldenFile.Compare(name, JsonSerializer.Serialize(rendered, shape));
}
