using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Wording;

public sealed class TextRulesTests
{
    private static readonly TextRules Planted = new("Texts", [TextFile.Read("en/tea.properties", "tea.drink = Drink, {who}\ntea.pot.small = A small pot\ntea.pot.large = A large pot")]);

    public static TheoryData<string, string> Books => new() { { "Texts", "Domain" }, { "SlackTexts", "Slack" } };

    [Theory]
    [MemberData(nameof(Books))]
    public void What_the_code_says_is_there_with_the_holes_that_it_has(string book, string project) =>
        HouseRule.Holds(Repository.Sources($"src/PairingBot.{project}").SelectMany(new TextRules(book, TextFile.Of(project)).Faults));

    [Theory]
    [MemberData(nameof(Books))]
    public void Every_text_is_said(string book, string project) =>
        HouseRule.Holds(new TextRules(book, TextFile.Of(project)).Unsaid(Repository.Sources($"src/PairingBot.{project}")));

    [Theory]
    [MemberData(nameof(Books))]
    public void A_key_names_its_file(string book, string project) => HouseRule.Holds(TextFile.Of(project).SelectMany(file => file.Misplaced()).Select(fault => $"{book}: {fault}"));

    /// <summary>The texts of the domain are said by the domain: whoever needs words asks it for a message.</summary>
    [Fact]
    public void Nobody_else_reads_the_texts_of_the_domain() => HouseRule.Holds(
        from file in Repository.Sources("src")
        where file.Project is not ("Domain" or "Slack") && file.Text.Contains("Texts.", StringComparison.Ordinal) && file.Text.Contains("PairingBot.Domain.Wording", StringComparison.Ordinal)
        select $"{file.Path} says texts by itself");

    [Theory]
    [InlineData("""Texts.Of("tea.drink", ("who", "Ana"))""")]
    [InlineData("""Texts.Plain($"tea.pot.{size}")""")]
    [InlineData("""Texts.Plain(isSmall ? "tea.pot.small" : "tea.pot.large")""")]
    [InlineData("""Texts.Of(size switch { 1 => "tea.pot.small", _ => "tea.pot.large" })""")]
    [InlineData("""Texts.Of(key, ("who", "Ana"))""")]
    [InlineData("""Open("tea.txt is no key")""")]
    public void What_is_well_said_passes(string code) => Assert.Empty(Planted.Faults(Code(code)));

    [Theory]
    [InlineData("""Texts.Of("tea.eat")""")]
    [InlineData("""new Role("tea.eat")""")]
    [InlineData("""Texts.Of("tea.drink")""")]
    [InlineData("""Texts.Of("tea.drink", ("whom", "Ana"))""")]
    [InlineData("""Texts.Of("tea.drink", ("who", "Ana"), ("what", "tea"))""")]
    [InlineData("""Texts.Of("tea.drink", holes)""")]
    [InlineData("""Texts.Plain($"tea.cup.{size}")""")]
    [InlineData("""Texts.Plain($"{room}.{size}")""")]
    [InlineData("""Texts.Plain(isSmall ? "tea.pot.small" : "tea.pot.tiny")""")]
    [InlineData("""Texts.Of(size switch { 1 => "tea.pot.small", _ => "tea.drink" })""")]
    public void A_planted_offender_is_found(string code) => Assert.Single(Planted.Faults(Code(code)));

    [Theory]
    [InlineData("""static object Small { get; } = Texts.Of("tea.pot.small");""", 1)]
    [InlineData("""static readonly object Small = new Pot(Texts.Of("tea.pot.small"));""", 1)]
    [InlineData("""static object Small => Texts.Of("tea.pot.small");""", 0)]
    [InlineData("""static readonly Func<object> Small = () => Texts.Of("tea.pot.small");""", 0)]
    [InlineData("""object Small { get; } = Texts.Of("tea.pot.small");""", 0)]
    public void A_text_that_is_kept_is_found(string member, int faults) => Assert.Equal(faults, Planted.Faults(new SourceFile("src/PairingBot.Domain/Planted.cs", $"class Planted {{ {member} }}")).Count());

    [Fact]
    public void A_text_that_nobody_says_is_found() =>
        Assert.Equal(["tea.drink is said by nobody"], Planted.Unsaid([Code("""Texts.Plain($"tea.pot.{size}")""")]));

    [Fact]
    public void A_text_in_the_wrong_file_is_found() => Assert.Single(TextFile.Read("en/tea.properties", "tea.drink = x\ncoffee.drink = y").Misplaced());

    private static SourceFile Code(string expression) => new("src/PairingBot.Domain/Planted.cs", $"class Planted {{ object M() => {expression}; }}");
}
