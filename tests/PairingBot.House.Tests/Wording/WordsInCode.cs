using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Wording;

/// <summary>Sentences in the code of the projects that speak to people: they belong into the files of texts. What only whoever runs or builds the bot reads (faults, log lines, settings) may stand in the code.</summary>
public static partial class WordsInCode
{
    private static readonly Dictionary<string, string> MayHoldWords = new()
    {
        ["src/PairingBot.Domain/Matchmaking/Criteria/CriterionWeights.cs"] = "the reason for each weight, for whoever reads the table",
        ["src/PairingBot.Domain/People/JobLevels.cs"] = "the names of levels, as directories write them",
        ["src/PairingBot.Domain/People/TitleLevels.cs"] = "the words of job titles, as people write them",
        ["src/PairingBot.Domain/Programs/PauseUntil.cs"] = "the patterns in which people type a date",
        ["src/PairingBot.Slack/Install/Page.cs"] = "the HTML and the headers of a page; its words come from the files",
        ["src/PairingBot.Slack/SlackOptionsValidator.cs"] = "what is wrong with a setting, for whoever starts the bot",
        ["src/PairingBot.Teams/Connector/ConnectorErrorClass.cs"] = "the connector's own words for what went wrong, by which it is known",
        ["src/PairingBot.Teams/TeamsOptionsValidator.cs"] = "what is wrong with a setting, for whoever starts the bot",
    };

    public static IEnumerable<string> Faults(SourceFile file) => MayHoldWords.ContainsKey(file.Path) ? [] : Found(file);

    /// <summary>Entries that no longer hold anything.</summary>
    public static IEnumerable<string> Stale(IReadOnlyList<SourceFile> files) =>
        from path in MayHoldWords.Keys
        where !files.Any(file => file.Path.StartsWith(path, StringComparison.Ordinal) && Found(file).Any())
        select $"{path} holds no words: take it from the list";

    private static IEnumerable<string> Found(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let words = node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part => part is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : "x")),
            _ => "",
        }
        where Sentence().IsMatch(words) && !node.Ancestors().Any(IsForUs)
        select $"{file.Path}({file.LineOf(node)}): “{words}” belongs into a file of texts";

    private static bool IsForUs(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax or AttributeSyntax
        || (node is ObjectCreationExpressionSyntax made && made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal))
        || (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Broken" } });

    [GeneratedRegex(@"[A-Za-z]{2,}[,:;]? [A-Za-z']{2,}(?![A-Za-z'=])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();
}
