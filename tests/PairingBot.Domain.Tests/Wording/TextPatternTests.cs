using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Tests.Wording;

public sealed class TextPatternTests
{
    private static readonly Language English = new TextBook(typeof(Texts).Assembly).Spoken;

    [Fact]
    public void A_hole_is_filled_with_what_is_given() => Assert.Equal("Ana met Ben.", Said("{one} met {other}.", ("one", "Ana"), ("other", "Ben")));

    [Fact]
    public void What_people_typed_stays_plain_words() =>
        Assert.Equal(new ChatText([new Words("Noted: "), new Words("<b>*this*</b> {x}")]), TextPattern.Read("Noted: {goal}").Fill([("goal", "<b>*this*</b> {x}")], English));

    [Fact]
    public void A_span_or_a_text_goes_in_as_it_is() =>
        Assert.Equal(new ChatText([new Mention("U1", "Ana"), new Words(" and "), new Strong("Ben")]), TextPattern.Read("{one} and {other}").Fill([("one", new Mention("U1", "Ana")), ("other", new ChatText([new Strong("Ben")]))], English));

    [Fact]
    public void Nothing_typed_leaves_nothing() => Assert.Equal(ChatText.Plain("Goal: "), TextPattern.Read("Goal: {goal}").Fill([("goal", "")], English));

    [Theory]
    [InlineData(0, "nobody")]
    [InlineData(1, "one person")]
    [InlineData(2, "2 people")]
    [InlineData(1200, "1,200 people")]
    public void A_plural_goes_by_the_number(int count, string said) => Assert.Equal(said, Said("{count, plural, =0 {nobody} one {one person} other {# people}}", ("count", count)));

    [Theory]
    [InlineData("pair", "both of you")]
    [InlineData("trio", "each of you three")]
    [InlineData("crowd", "each of you")]
    public void A_choice_goes_by_the_word(string kind, string said) => Assert.Equal(said, Said("{kind, select, pair {both of you} trio {each of you three} other {each of you}}", ("kind", kind)));

    [Theory]
    [InlineData(true, "in")]
    [InlineData(false, "out")]
    public void Yes_and_no_choose_too(bool isIn, string said) => Assert.Equal(said, Said("{in, select, yes {in} other {out}}", ("in", isIn)));

    [Fact]
    public void Branches_may_hold_holes_and_branches() =>
        Assert.Equal("Ana has 2 years", Said("{known, select, yes {{who} has {years, plural, one {a year} other {# years}}} other {nothing}}", ("known", true), ("who", "Ana"), ("years", 2)));

    [Fact]
    public void Stressed_words_and_commands_are_strong() =>
        Assert.Equal(new ChatText([new Words("Type "), new Strong("HH:mm"), new Words(" or "), new Command("join"), new Words(" "), new Strong("now")]), TextPattern.Read("Type <c>HH:mm</c> or <t>join</t> <b>now</b>").Fill([], English));

    [Theory]
    [InlineData("'{'x'}'", "{x}")]
    [InlineData("I'm in", "I'm in")]
    [InlineData("# 1 < 2, <3", "# 1 < 2, <3")]
    public void Signs_that_mean_nothing_here_stand_for_themselves(string text, string said) => Assert.Equal(said, Said(text));

    [Theory]
    [InlineData("a } b", "closes nothing")]
    [InlineData("{a", "is missing")]
    [InlineData("{}", "a name is missing")]
    [InlineData("{a, plural, one {x}}", "other is missing")]
    [InlineData("{a, plural, other {x} other {y}}", "stands twice")]
    [InlineData("{a, plural, 1 {x} other {y}}", "1 is no kind of number")]
    [InlineData("{a, select, other {x}", "a name is missing")]
    [InlineData("{a, select, other {x", "never closed")]
    [InlineData("{a, date, other {x}}", "date is neither plural nor select")]
    [InlineData("<b>x", "<b> is never closed")]
    [InlineData("<b>{name}</b>", "words only")]
    [InlineData("x</b>", "no such mark")]
    [InlineData("<i>x</i>", "no such mark")]
    public void A_broken_text_says_where_and_how(string text, string how)
    {
        var fault = Assert.Throws<FormatException>(() => TextPattern.Read(text));
        Assert.Contains(how, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("At ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hole_without_a_value_is_a_fault() => Assert.Contains("{name}", Assert.Throws<ArgumentException>(() => Said("Hello {name}", ("other", "Ana"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_plural_of_words_is_a_fault() => Assert.Throws<InvalidOperationException>(() => Said("{count, plural, other {#}}", ("count", "three")));

    [Fact]
    public void Every_hole_is_known_also_in_one_branch_only() =>
        Assert.Equal(["kind", "who", "count"], TextPattern.Read("{kind, select, a {{who}} other {{count, plural, other {# for {who}}}}}").Holes);

    private static string Said(string text, params ReadOnlySpan<(string, Hole)> holes) => TextPattern.Read(text).Fill(holes, English).ReadAloud();
}
