using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Wording;

public sealed class WordsInCodeTests
{
    private static readonly IReadOnlyList<SourceFile> Speaking = [.. Repository.Sources("src/PairingBot.Domain"), .. Repository.Sources("src/PairingBot.Slack"), .. Repository.Sources("src/PairingBot.Teams")];

    [Fact]
    public void No_sentence_stands_in_the_code() => HouseRule.Holds(Speaking.SelectMany(WordsInCode.Faults));

    [Fact]
    public void Whoever_may_hold_words_does() => HouseRule.Holds(WordsInCode.Stale(Speaking));

    [Theory]
    [InlineData("""object M() => "You are in.";""")]
    [InlineData("""object M() => $"Welcome back, {name}.";""")]
    [InlineData("""static readonly string[] Labels = ["Every week"];""")]
    public void A_planted_offender_is_found(string member) => Assert.Single(WordsInCode.Faults(Planted(member)));

    [Theory]
    [InlineData("""object M() => "kebab-case-key";""")]
    [InlineData("""object M() => throw new ArgumentException("Nothing is given.");""")]
    [InlineData("""object M() { throw Broken($"the {x} is broken"); }""")]
    [InlineData("""[Obsolete("no longer used")] object M() => null;""")]
    public void What_is_for_us_passes(string member) => Assert.Empty(WordsInCode.Faults(Planted(member)));

    [Fact]
    public void A_stale_permission_is_found() => Assert.NotEmpty(WordsInCode.Stale([]));

    private static SourceFile Planted(string member) => new("src/PairingBot.Domain/Planted.cs", $"class Planted {{ {member} }}");
}
