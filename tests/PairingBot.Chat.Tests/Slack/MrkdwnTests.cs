using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Slack;
using PairingBot.Slack.Blocks;

namespace PairingBot.Chat.Tests.Slack;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("R&D <3 >", "R&amp;D &lt;3 &gt;")]
    [InlineData("<!channel> <@U1> <!subteam^S1>", "&lt;!channel&gt; &lt;@U1&gt; &lt;!subteam^S1&gt;")]
    [InlineData("&lt;!here&gt;", "&amp;lt;!here&amp;gt;")]
    [InlineData("say \"it's\"", "say \"it's\"")]
    [InlineData("snake_case and 2*3", "snake_case and 2*3")]
    [InlineData("*Bob*", "\u200B*\u200BBob\u200B*\u200B")]
    [InlineData("_a_ ~b~", "\u200B_\u200Ba\u200B_ ~\u200Bb\u200B~\u200B")]
    [InlineData("2 * 3", "2 * 3")]
    [InlineData("`code` ```more```", "ˋcodeˋ ˋˋˋmoreˋˋˋ")]
    [InlineData("> quoted\n> again > not", "\u200B&gt; quoted\n\u200B&gt; again &gt; not")]
    [InlineData("a\u202Eb\u2066c", "abc")]
    public void What_people_typed_is_words(string typed, string rendered) => Assert.Equal(rendered, Mrkdwn.Render(ChatText.Plain(typed)));

    [Fact]
    public void Every_span_has_its_mark()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1790000000);
        var text = ChatText.Of($"{new Mention("U1", "Ann")} {ChatText.Strong("two things ")}{new ChannelMention("C1")} {new Moment(at, "Mon 10:00")} {new WebLink("https://a.example/?x=1&y=2", "here & now")}");

        Assert.Equal(
            "<@U1> *two things* <#C1> <!date^1790000000^{date_long_pretty} at {time}|Mon 10:00> <https://a.example/?x=1&amp;y=2|here &amp; now>",
            Mrkdwn.Render(text));
    }

    [Fact]
    public void Ids_and_addresses_cannot_break_out()
    {
        var text = ChatText.Of($"{new Mention("U1> <!channel", "Ann")} {new ChannelMention("")} {new WebLink("javascript:alert(1)", "press")} {new WebLink("https://a.example/|x> <!here", "b|<c>")}");

        Assert.Equal("Ann the channel press <https://a.example/%7Cx&gt;%20&lt;!here|b|&lt;c&gt;>", Mrkdwn.Render(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Emphasis_without_words_is_no_mark(string words) => Assert.Equal(words.Length == 0 ? "" : " ", Mrkdwn.Render(ChatText.Of($"{ChatText.Strong(words)}")));

    [Theory]
    [InlineData("🧑🏽‍🤝‍🧑🏿")]
    [InlineData("e\u0301\u0302")]
    [InlineData("🇩🇪")]
    [InlineData("שלום ")]
    [InlineData("<!channel>")]
    [InlineData("&")]
    [InlineData("x")]
    public void Long_words_are_split_and_none_is_lost(string piece)
    {
        var typed = string.Concat(Enumerable.Repeat(piece, 5000));

        var parts = Mrkdwn.Split(ChatText.Plain(typed), 2900).ToList();

        Assert.All(parts, part => Assert.InRange(part.Length, 1, 2900));
        Assert.DoesNotContain(parts, part => part.Contains("<!", StringComparison.Ordinal));
        Assert.Equal(typed.Replace(" ", ""), string.Concat(parts.Select(TypedText.Read)).Replace(" ", ""));
        if (new StringInfo(piece).LengthInTextElements == 1) Assert.All(parts, part => Assert.Equal(0, TypedText.Read(part).Length % piece.Length));
    }

    [Fact]
    public void A_letter_under_a_heap_of_marks_is_no_harm()
    {
        var heap = "e" + new string('\u0301', 9000);

        Assert.All(Mrkdwn.Split(ChatText.Plain(heap), 2900), part => Assert.InRange(part.Length, 1, 2900));
        Assert.Equal("…", Graphemes.Cut(heap, 24));
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("a longer text", 8, "a longe…")]
    [InlineData("🇩🇪🇩🇪🇩🇪", 10, "🇩🇪🇩🇪…")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 13, "👩‍👩‍👧‍👦…")]
    public void A_cut_is_where_a_reader_sees_a_border(string text, int limit, string cut) => Assert.Equal(cut, Graphemes.Cut(text, limit));
}
