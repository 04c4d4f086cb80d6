using System.Reflection;
using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Tests.Chat;

public sealed class IntentReaderTests
{
    [Theory]
    [InlineData("join")]
    [InlineData("JOIN")]
    [InlineData("  Join  ")]
    [InlineData("\u00A0join\u00A0")]
    [InlineData("start")]
    [InlineData("\u200Bjoin\uFEFF")]
    [InlineData("\u2003\tjoin\u2028")]
    [InlineData("jo\u00ADin")]
    [InlineData("ＪＯＩＮ")]
    [InlineData("\u3000ｊｏｉｎ\u3000")]
    [InlineData("JOİN")]
    [InlineData("joın")]
    [InlineData("Joín")]
    [InlineData("𝐣𝐨𝐢𝐧")]
    [InlineData("join.")]
    [InlineData("join!")]
    [InlineData("“join”")]
    [InlineData("`join`")]
    [InlineData("/join")]
    [InlineData("/coffee join")]
    [InlineData("/COFFEE  JOIN ")]
    [InlineData("Coffee join")]
    public void Case_and_spaces_do_not_matter(string typed) => Assert.Equal(new JoinProgram(), IntentReader.FromCommand(typed));

    [Theory]
    [InlineData("pause 2 weeks")]
    [InlineData("pause   2 weeks ")]
    [InlineData("Pause\u00A02 weeks")]
    [InlineData("pause\u202F2 weeks")]
    [InlineData("pause\n2 weeks")]
    [InlineData("pause\t2 weeks")]
    public void What_follows_the_word_is_kept(string typed) => Assert.Equal(new PausePairing("2 weeks"), IntentReader.FromCommand(typed));

    [Fact]
    public void A_goal_keeps_its_case_and_its_lines() =>
        Assert.Equal(new SetGoal("Talk to the CFO\nwithout Slides"), IntentReader.FromCommand("goal Talk to the CFO\nwithout Slides"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("home")]
    [InlineData("/Coffee ")]
    [InlineData("\u200B")]
    public void Nothing_opens_the_home(string typed) => Assert.Equal(new ShowHome(), IntentReader.FromCommand(typed));

    [Theory]
    [InlineData("help", null)]
    [InlineData("?", null)]
    [InlineData("Dance with me", "dance")]
    [InlineData("joinnow", "joinnow")]
    [InlineData("Help?", "help?")]
    [InlineData("Присоединиться", "присоединиться")]
    [InlineData("CAFÉ", "café")]
    [InlineData("coffee coffee", "coffee")]
    [InlineData("!!!", "!!!")]
    [InlineData("\uD83D join", "\uD83D")]
    public void An_unknown_word_asks_for_help_and_is_named(string typed, string? named) => Assert.Equal(new ShowHelp(named), IntentReader.FromCommand(typed));

    [Fact]
    public void Every_button_means_something() =>
        Assert.All(Constants(typeof(ChatActions)), action => Assert.NotNull(IntentReader.FromPress(action, "x")));

    [Fact]
    public void Every_form_but_the_notice_means_something() =>
        Assert.All(Constants(typeof(ChatForms)).Except([ChatForms.Notice]), form => Assert.NotNull(IntentReader.FromForm(form, "x", new FormAnswers(new Dictionary<string, IReadOnlyList<string>>()))));

    [Theory]
    [InlineData("of-a-later-version")]
    [InlineData("")]
    public void A_button_or_form_that_nobody_knows_means_nothing(string key)
    {
        Assert.Null(IntentReader.FromPress(key, "x"));
        Assert.Null(IntentReader.FromForm(key, "x", new FormAnswers(new Dictionary<string, IReadOnlyList<string>>())));
    }

    [Fact]
    public void Keys_are_kebab_case_and_never_shared()
    {
        var keys = Constants(typeof(ChatActions));
        Assert.All(keys.Concat(Constants(typeof(ChatForms))), key => Assert.Matches("^[a-z]+(-[a-z]+)*$", key));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    private static List<string> Constants(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
}
