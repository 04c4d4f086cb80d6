using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Wording;

/// <summary>
/// The files of texts and the code that says them, held to each other: every key that the code names exists, every text is named by the code, and a text gets exactly the holes that it has.
/// A key is named as a literal, also one that is handed on; or as <c>$"room.kind.{x}"</c>, which stands for each text that looks like it.
/// </summary>
/// <param name="book">"Texts" in the domain.</param>
/// <param name="files">The files of that book.</param>
public sealed partial class TextRules(string book, IReadOnlyList<TextFile> files)
{
    private readonly Dictionary<string, IReadOnlyList<string>> texts = files.SelectMany(file => file.Holes).ToDictionary();

    public IEnumerable<string> Faults(SourceFile file) =>
    [
        .. from call in Calls(file)
           from fault in Faults(call)
           select $"{file.Path}({file.LineOf(call)}): {fault}",
        .. from literal in Literals(file)
           where !texts.ContainsKey(literal.Token.ValueText)
           select $"{file.Path}({file.LineOf(literal)}): there is no text '{literal.Token.ValueText}'",
        .. from call in Calls(file)
           where IsKept(call)
           select $"{file.Path}({file.LineOf(call)}): a text that is kept is kept in one language; write => in place of =",
    ];

    /// <summary>Texts that no file of the code names: nobody would ever read them.</summary>
    public IEnumerable<string> Unsaid(IEnumerable<SourceFile> sources)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in sources)
        {
            named.UnionWith(Literals(file).Select(literal => literal.Token.ValueText));
            named.UnionWith(Calls(file).SelectMany(call => Keys(call.ArgumentList.Arguments[0].Expression)).OfType<InterpolatedStringExpressionSyntax>().SelectMany(Alike));
        }

        return texts.Keys.Where(key => !named.Contains(key)).Select(key => $"{key} is said by nobody");
    }

    private IEnumerable<string> Faults(InvocationExpressionSyntax call)
    {
        var holes = Holes(call);
        foreach (var key in Keys(call.ArgumentList.Arguments[0].Expression))
        {
            IReadOnlyList<string> meant = key switch
            {
                LiteralExpressionSyntax literal => texts.ContainsKey(literal.Token.ValueText) ? [literal.Token.ValueText] : [],
                InterpolatedStringExpressionSyntax pattern => [.. Alike(pattern)],
                _ => [], // a key that was handed on: where it is named it is looked at, and its holes are tried by the gallery
            };
            if (meant.Count == 0 && key is InterpolatedStringExpressionSyntax) yield return $"there is no text like {key}";
            foreach (var text in meant.Where(text => !texts[text].SequenceEqual(holes)))
                yield return $"'{text}' has the holes [{string.Join(", ", texts[text])}], and gets [{string.Join(", ", holes)}]";
        }
    }

    private IEnumerable<InvocationExpressionSyntax> Calls(SourceFile file) => file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call =>
        call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner }, Name.Identifier.ValueText: "Of" or "Plain" }, ArgumentList.Arguments.Count: > 0 } && owner == book);

    /// <summary>In the initializer of something static, and not behind a lambda.</summary>
    private static bool IsKept(SyntaxNode call) => call.Ancestors().TakeWhile(node => node is not (LambdaExpressionSyntax or ArrowExpressionClauseSyntax or BlockSyntax)).OfType<EqualsValueClauseSyntax>().Any(initializer => initializer.Parent switch
    {
        PropertyDeclarationSyntax property => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } => field.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    });

    /// <summary>What is written like a key of one of these files, wherever it stands.</summary>
    private IEnumerable<LiteralExpressionSyntax> Literals(SourceFile file) => file.Root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal =>
        literal.IsKind(SyntaxKind.StringLiteralExpression) && KeyShape().IsMatch(literal.Token.ValueText) && files.Any(texts => literal.Token.ValueText.StartsWith(texts.Room + ".", StringComparison.Ordinal)));

    /// <summary>Each key that an expression may come to.</summary>
    private static IEnumerable<ExpressionSyntax> Keys(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Keys(inner.Expression),
        ConditionalExpressionSyntax either => Keys(either.WhenTrue).Concat(Keys(either.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Keys(arm.Expression)),
        _ => [expression],
    };

    private IEnumerable<string> Alike(InterpolatedStringExpressionSyntax pattern)
    {
        var shape = new Regex("^" + string.Concat(pattern.Contents.Select(part => part is InterpolatedStringTextSyntax words ? Regex.Escape(words.TextToken.ValueText) : "[a-z0-9-]+")) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
        return pattern.Contents.FirstOrDefault() is InterpolatedStringTextSyntax ? texts.Keys.Where(key => shape.IsMatch(key)) : [];
    }

    private static List<string> Holes(InvocationExpressionSyntax call) =>
    [
        .. call.ArgumentList.Arguments.Skip(1)
            .Select(argument => argument.Expression is TupleExpressionSyntax { Arguments: [{ Expression: LiteralExpressionSyntax name }, ..] } ? name.Token.ValueText : $"?{argument}").Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"^[a-z]+(\.[a-z0-9-]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyShape();
}
