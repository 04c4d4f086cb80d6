using PairingBot.Domain.Chat;
using PairingBot.Slack.Blocks;

namespace PairingBot.Chat.Tests.Slack;

public sealed class SpokenTextTests
{
    [Fact]
    public void Everything_is_read_aloud()
    {
        var message = new ChatMessage("introduction", "You have a match", [
            new Heading("Learning conversation"), new Paragraph(ChatText.Of($"{new Mention("U1", "Ann")} meets <Bob> {new Moment(default, "on Monday")}")),
            new Bullets([ChatText.Plain("one\ntwo"), ChatText.Plain("three")]), new Divider(), new Note(ChatText.Plain("small")),
            new Choices([new Choice("met", "We met"), new Choice("not-met", "Not yet")])]);

        Assert.Equal(
            "You have a match\nLearning conversation\nAnn meets &lt;Bob&gt; on Monday\n• one two\n• three\nsmall\n[We met]  [Not yet]",
            SpokenText.Of(message));
    }

    [Fact]
    public void A_summary_that_opens_the_message_is_not_said_twice() => Assert.Equal("Saved.", SpokenText.Of(ChatMessage.Of("saved", ChatText.Plain("Saved."))));

    [Fact]
    public void A_long_text_is_cut_between_its_escapes()
    {
        var spoken = SpokenText.Of(ChatMessage.Of("long", ChatText.Plain(new string('&', 5000))));

        Assert.InRange(spoken.Length, 3800, 3900);
        Assert.EndsWith("&amp;…", spoken, StringComparison.Ordinal);
    }
}
