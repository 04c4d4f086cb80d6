using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Tests.Chat;

public sealed class ChatTextTests
{
    [Theory]
    [InlineData("<!channel> *bold* & <@U1>")]
    [InlineData("{0} {name}")]
    [InlineData("line one\nline two")]
    public void What_people_typed_stays_plain_words(string typed) =>
        Assert.Equal<ChatSpan>([new Words("Goal: "), new Words(typed), new Words(".")], ChatText.Of($"Goal: {typed}.").Spans.AsEnumerable());

    [Fact]
    public void Spans_stay_spans_and_texts_are_spliced_in()
    {
        var inner = ChatText.Of($"with {ChatText.Strong("force")}");
        var text = ChatText.Of($"{new Mention("U1", "Ana")} {inner}");
        Assert.Equal<ChatSpan>([new Mention("U1", "Ana"), new Words(" "), new Words("with "), new Strong("force")], text.Spans.AsEnumerable());
    }

    [Fact]
    public void Nothing_is_no_span() => Assert.Single(ChatText.Of($"a{""}{(string?)null}").Spans);

    [Fact]
    public void It_is_read_aloud_without_marks() => Assert.Equal(
        "Ana, 3 things on Monday in the channel: see help",
        ChatText.Of($"{new Mention("U1", "Ana")}, {3} {ChatText.Strong("things")} on {new Moment(DateTimeOffset.UnixEpoch, "Monday")} in {new ChannelMention("C1")}: {new WebLink("https://example.com", "see help")}").ReadAloud());

    [Fact]
    public void Joined_texts_have_the_separator_only_between_them()
    {
        Assert.Equal("a, b, c", ChatText.Join(", ", new[] { "a", "b", "c" }.Select(ChatText.Plain)).ReadAloud());
        Assert.Equal("", ChatText.Join(", ", []).ReadAloud());
    }

    [Fact]
    public void Texts_of_the_same_spans_are_equal()
    {
        Assert.Equal(ChatText.Of($"a{"b"}"), ChatText.Of($"a{"b"}"));
        Assert.NotEqual(ChatText.Of($"a{"b"}"), ChatText.Plain("ab"));
        Assert.Equal(ChatText.Of($"a{"b"}").GetHashCode(), ChatText.Of($"a{"b"}").GetHashCode());
    }
}
