using System.Globalization;
using System.Text;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Tests.Wording;

public sealed class TextBookTests
{
    [Fact]
    public void There_is_no_text_for_a_key_that_nobody_wrote() => Assert.Throws<KeyNotFoundException>(() => Texts.Of("rounds.of-cheese"));

    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-AT")]
    [InlineData("")]
    public void English_stands_in_for_a_language_that_is_not_there(string culture) => Assert.Equal("Join", In(culture, () => Texts.Plain("buttons.join")));

    [Fact]
    public void The_disguise_leaves_commands_and_what_people_typed_as_they_are() => Assert.Equal(
        new ChatText([new Words("Ýóóúúŕ ǧóóááļ ííš “"), new Words("sing")]),
        new ChatText(In(Language.Pseudo, () => Texts.Of("membership.ask-goal.again", ("goal", "sing"))).Spans[..2]));

    [Fact]
    public void A_command_is_the_same_in_every_language() =>
        Assert.Contains(new Command("goal"), In(Language.Pseudo, () => Texts.Of("membership.ask-goal.again", ("goal", "sing"))).Spans);

    [Fact]
    public void The_disguise_covers_every_letter_of_every_text()
    {
        var disguised = In(Language.Pseudo, () => Texts.Spoken);
        Assert.All(disguised.Keys, key => Assert.DoesNotMatch("[A-Za-z]", OwnWords(disguised.Find(key)!)));
    }

    [Fact]
    public void Days_and_months_are_in_disguise_too() => Assert.Equal("Ṁóóñđááý, 7 Đééçééɱƀééŕ", In(Language.Pseudo, () => Days.Name(new DateOnly(2026, 12, 7))));

    private static T In<T>(string culture, Func<T> said)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return said();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string OwnWords(TextPattern text)
    {
        var words = new StringBuilder();
        text.With(own =>
        {
            words.Append(own);
            return own;
        });
        return words.ToString();
    }
}
