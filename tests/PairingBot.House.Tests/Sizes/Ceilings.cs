using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Sizes;

/// <summary>How long files and methods may be, one by one and as a whole, and how much a class may depend on.</summary>
public static class Ceilings
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;
    private const int MostDependencies = 5;
    private const string TheAlgorithm = "src/PairingBot.Matching/MaximumWeightMatching";

    public static IEnumerable<string> Faults(IReadOnlyList<SourceFile> files)
    {
        var methods = files.SelectMany(Methods).ToList();
        return
        [
            .. TooLong(files),
            .. from method in methods where method.Lines > LongestMethod select $"{method.Place} has {method.Lines} lines; the ceiling is {LongestMethod}",
            .. files.SelectMany(TooDependent),
            .. Spread("files", [.. files.Select(file => file.Lines)], p50: 60, p90: 200),
            .. Spread("methods", [.. methods.Select(method => method.Lines)], p50: 10, p90: 30),
        ];
    }

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Lines > LongestFile && !file.Path.StartsWith(TheAlgorithm, StringComparison.Ordinal)
        select $"{file.Path} has {file.Lines} lines; the ceiling is {LongestFile}";

    private static IEnumerable<(string Place, int Lines)> Methods(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
        let name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => "operator",
        }
        let span = node.GetLocation().GetLineSpan()
        select ($"{file.Path}({span.StartLinePosition.Line + 1}): {name}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);

    /// <summary>Records are values: what they hold is no dependency.</summary>
    private static IEnumerable<string> TooDependent(SourceFile file) =>
        from type in file.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()
        let lists = type.Members.OfType<ConstructorDeclarationSyntax>().Select(constructor => constructor.ParameterList).Append(type.ParameterList)
        let count = lists.Max(list => list?.Parameters.Count ?? 0)
        where count > MostDependencies
        select $"{file.Path}({file.LineOf(type)}): {type.Identifier.ValueText} takes {count} things; the ceiling is {MostDependencies}";

    private static IEnumerable<string> Spread(string what, List<int> lines, int p50, int p90)
    {
        if (lines.Count == 0)
            yield break;
        lines.Sort();
        var (half, most) = (lines[lines.Count / 2], lines[lines.Count * 9 / 10]);
        if (half > p50)
            yield return $"half of the {what} have {half} lines or more; it should be {p50}";
        if (most > p90)
            yield return $"a tenth of the {what} have {most} lines or more; it should be {p90}";
    }
}
