using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Words;

public sealed class HouseWordsTests
{
    // In pieces, so that no search through the tree finds it here.
    private const string Unfinished = "TO" + "DO";

    [Fact]
    public void The_code_says_it_in_the_words_of_the_house() =>
        HouseRule.Holds(Repository.Sources("src").Concat(Repository.Sources("tests")).SelectMany(HouseWords.Faults));

    [Fact]
    public void Whoever_may_catch_everything_still_does() =>
        HouseRule.Holds(HouseWords.StaleExceptions(Repository.Sources("src")));

    [Theory]
    [InlineData("class MatchService;")]
    [InlineData("interface IRoundManager;")]
    [InlineData("static class StringHelpers;")]
    [InlineData("record EventProcessor;")]
    [InlineData("// " + Unfinished + ": later")]
    [InlineData("/// <summary>" + Unfinished + "</summary>\nclass X;")]
    [InlineData("#region old\n#endregion")]
    [InlineData("class X { void M() { try { } catch (Exception) { } } }")]
    [InlineData("class X { void M() { try { } catch (Exception e) when (e is not OperationCanceledException) { } } }")]
    [InlineData("class X { void M() { try { } catch { } } }")]
    public void A_planted_offender_is_found(string code) => Assert.Single(HouseWords.Faults(Planted(code)));

    [Theory]
    [InlineData("class Introduction;")]
    [InlineData("class X { void M() { try { } catch (Exception e) when (e is IOException or FormatException) { } } }")]
    [InlineData("class X { void M() { try { } catch { Undo(); throw; } } }")]
    [InlineData("class X { string M() => \"#region\"; }")]
    public void What_is_well_said_passes(string code) => Assert.Empty(HouseWords.Faults(Planted(code)));

    [Fact]
    public void A_stale_permission_is_found() => Assert.NotEmpty(HouseWords.StaleExceptions([]));

    private static SourceFile Planted(string code) => new("src/PairingBot.App/Planted.cs", code);
}
