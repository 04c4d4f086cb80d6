using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Tests.Cards;

/// <summary>What people typed is read on a card as they typed it, and makes nothing of the card.</summary>
public sealed class CardTextTests
{
    private const string Ana = "a1a1a1a1-0000-4000-8000-00000000a11a", Other = "b2b2b2b2-0000-4000-8000-00000000b22b";

    [Theory]
    [InlineData("*now*", "∗now∗")]
    [InlineData("* one", "∗ one")]
    [InlineData("2 * 3", "2 * 3")]
    [InlineData("**now**", "∗∗now∗∗")]
    [InlineData("_now_", "\u200B_\u200Bnow\u200B_\u200B")]
    [InlineData("snake_case", "snake_case")]
    [InlineData("`code`", "ˋcodeˋ")]
    [InlineData("~~gone~~", "~\u200B~gone~\u200B~\u200B")]
    [InlineData("# big", "\u200B# big")]
    [InlineData("- one", "\u200B- one")]
    [InlineData("+ one", "\u200B+ one")]
    [InlineData("1. one", "\u200B1. one")]
    [InlineData("1) one", "\u200B1) one")]
    [InlineData("10 people", "10 people")]
    [InlineData("> said", "\u200B> said")]
    [InlineData("a > b", "a > b")]
    [InlineData("one\n- two", "one\n\n\u200B- two")]
    [InlineData("one\r\n\r\n\r\ntwo", "one\n\ntwo")]
    [InlineData("    code", "code")]
    [InlineData("one\n    code", "one\n\ncode")]
    [InlineData("[here](https://evil.example)", "[here]\u200B(https://evil.example)")]
    [InlineData("[here]: https://evil.example", "[here]\u200B: https://evil.example")]
    [InlineData("<at>Ana</at>", "<\u200Bat>Ana<\u200B/at>")]
    [InlineData("<b>now</b>", "<\u200Bb>now<\u200B/b>")]
    [InlineData("1 < 2 & 3", "1 < 2 & 3")]
    [InlineData("&lt;b&gt;", "&\u200Blt;b&\u200Bgt;")]
    [InlineData("R&D;", "R&\u200BD;")]
    [InlineData(@"\*now", "\\\u200B∗now")]
    [InlineData(@"\#", "\\\u200B#")]
    [InlineData(@"C:\temp", @"C:\temp")]
    [InlineData("{{DATE(2017-02-14T06:00:00Z)}}", "{\u200B{DATE(2017-02-14T06:00:00Z)}}")]
    [InlineData("tab\there", "tab here")]
    [InlineData("\u202Etxt.exe", "txt.exe")]
    public void What_people_typed_is_no_mark(string typed, string shown) => Assert.Equal(shown, Text(ChatText.Plain(typed)));

    [Fact]
    public void A_mark_in_two_spans_is_none() => Assert.Equal("[a]\u200B(b) and <\u200Bat>x", Text(ChatText.Of($"{"[a]"}{"(b)"} and {"<"}{"at>x"}")));

    [Fact]
    public void Bold_is_bold_at_its_words_only() => Assert.Equal("Now **two things** count", Text(ChatText.Of($"Now{new Strong(" two things ")}count")));

    [Fact]
    public void An_item_of_a_list_is_one_line() => Assert.Equal("one two", CardText.Markdown(ChatText.Plain("one\n\ntwo"), new Mentions(), oneLine: true));

    [Fact]
    public void A_mention_is_a_tag_and_who_is_meant()
    {
        var mentions = new Mentions();

        Assert.Equal("Hello <at>Ana Lima</at>, <at>Ana Lima</at>", CardText.Markdown(ChatText.Of($"Hello {new Mention(Ana, "Ana Lima")}, {new Mention(Ana, "Ana Lima")}"), mentions));

        Assert.Equal($$$"""[{"type":"mention","text":"<at>Ana Lima</at>","mentioned":{"id":"{{{Ana}}}","name":"Ana Lima"}}]""", Readable(mentions));
    }

    [Fact]
    public void Two_people_of_one_name_are_told_apart_unseen()
    {
        var mentions = new Mentions();

        var text = CardText.Markdown(ChatText.Of($"{new Mention(Ana, "Kim")} and {new Mention(Other, "Kim")}"), mentions);

        Assert.Equal("<at>Kim</at> and <at>Kim\u200B</at>", text);
        Assert.Equal(2, mentions.Entities().Select(entity => (string)entity!["text"]!).Distinct().Count());
    }

    [Theory]
    [InlineData("<b>Ana</at>", "<at>‹b›Ana‹/at›</at>")]
    [InlineData("*Ana*", "<at>∗Ana∗</at>")]
    [InlineData("Ana\nLima", "<at>Ana Lima</at>")]
    [InlineData(" ", "<at>a colleague</at>")]
    public void Whatever_somebody_is_called_it_is_one_tag(string name, string shown) => Assert.Equal(shown, Text(ChatText.Of($"{new Mention(Ana, name)}")));

    [Theory]
    [InlineData("U02BEN")]
    [InlineData("")]
    [InlineData("28:a bot")]
    public void Whom_Teams_does_not_know_is_named_and_not_mentioned(string id)
    {
        var mentions = new Mentions();

        Assert.Equal("Ben", CardText.Markdown(ChatText.Of($"{new Mention(id, "Ben")}"), mentions));
        Assert.Empty(mentions.Entities());
    }

    [Theory]
    [InlineData("https://example.com/a(b)_c", "here", "[here](https://example.com/a%28b%29%5Fc)")]
    [InlineData("mailto:ana@example.com", "Ana [Lima]", "[Ana (Lima)](mailto:ana@example.com)")]
    [InlineData("http://example.com", "here", "here")]
    [InlineData("javascript:alert(1)", "here", "here")]
    [InlineData("nowhere", "here", "here")]
    public void A_link_leads_where_it_may(string address, string label, string shown) => Assert.Equal(shown, Text(ChatText.Of($"{new WebLink(address, label)}")));

    [Fact]
    public void After_a_shout_a_link_is_no_picture() => Assert.Equal("Oh!\u200B[x](https://example.com/)", Text(ChatText.Of($"{"Oh!"}{new WebLink("https://example.com", "x")}")));

    [Fact]
    public void A_moment_and_a_channel_are_said_in_words() => Assert.Equal("On Monday in the channel", Text(ChatText.Of($"{new Moment(default, "On Monday")} in {new ChannelMention("19:x@thread.tacv2")}")));

    [Fact]
    public void A_long_text_ends_where_a_reader_sees_a_border()
    {
        var text = CardText.Shorten(ChatText.Of($"Hello {new Mention(Ana, "Ana")}, {"👩‍👩‍👧‍👦👩‍👩‍👧‍👦"}"), 24);

        Assert.Equal("Hello <at>Ana</at>, 👩‍👩‍👧‍👦…", Text(text));
    }

    private static string Text(ChatText text) => CardText.Markdown(text, new Mentions());

    private static string Readable(Mentions mentions) => mentions.Entities().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
