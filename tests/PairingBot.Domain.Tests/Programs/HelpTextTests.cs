using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.Domain.Tests.Programs;

public sealed class HelpTextTests
{
    [Theory]
    [InlineData("jion", "join")]
    [InlineData("jon", "join")]
    [InlineData("joi", "join")]
    [InlineData("join!", "join")]
    [InlineData("pasue", "pause")]
    [InlineData("pauze", "pause")]
    [InlineData("setings", "settings")]
    [InlineData("settigns", "settings")]
    [InlineData("resum", "resume")]
    [InlineData("hlep", "help")]
    [InlineData("gaol", "goal")]
    [InlineData("wyh", "why")]
    [InlineData("jóìm", "join")]
    [InlineData("ＰＡＵＳＥＤ", "pause")]
    [InlineData("help?", "help")]
    public void A_slip_finds_the_word_that_was_meant(string typed, string meant) =>
        Assert.Equal($"I don't know “{typed}”. Did you mean /coffee {meant}?", First(typed));

    [Theory]
    [InlineData("hello")]
    [InlineData("xyz")]
    [InlineData("antidisestablishmentarianism")]
    [InlineData("ありがとう")]
    [InlineData("👋")]
    public void A_word_that_is_near_to_nothing_is_only_named(string typed) => Assert.Equal($"I don't know “{typed}” yet.", First(typed));

    [Fact]
    public void Whoever_asks_for_help_is_not_corrected() => Assert.StartsWith("I pair you", First(null), StringComparison.Ordinal);

    [Fact]
    public void Every_word_that_can_be_typed_is_explained_and_every_explained_one_can_be_typed()
    {
        var explained = HelpText.Message(null).Pieces.OfType<Bullets>().Single().Items.Select(item => item.ReadAloud().Split(' ', ':')[1]).ToList();
        Assert.Equal(IntentReader.CommandWords.Except(["help"]).Order(), explained.Order());
        Assert.All(IntentReader.CommandWords.Except(["help"]), word => Assert.IsNotType<ShowHelp>(IntentReader.FromCommand(word)));
    }

    [Theory]
    [InlineData("jion", "join")]
    [InlineData("pasue", "pause")]
    [InlineData("levae", "leave")]
    [InlineData("prevew", "preview")]
    public void The_nearest_word_is_one_press_away(string typed, string meant)
    {
        var press = Assert.Single(HelpText.Message(typed).Pieces.OfType<Choices>().Single().Items);

        Assert.Equal(IntentReader.FromCommand(meant), IntentReader.FromPress(press.Action, press.Argument));
    }

    [Theory]
    [InlineData("gaol")]
    [InlineData("hlep")]
    [InlineData("hello")]
    public void What_no_press_can_stand_for_gets_no_button(string typed) => Assert.Empty(HelpText.Message(typed).Pieces.OfType<Choices>());

    [Fact]
    public void A_long_word_is_not_read_back() => Assert.Equal("I don't know that word yet.", First(new string('x', 3000)));

    private static string First(string? typed) => HelpText.Message(typed).Pieces.OfType<Paragraph>().First().Text.ReadAloud();
}
