using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.References;

/// <summary>What a project must never name in its code: namespaces, and words as (parts of) identifiers. Comments and texts are free.</summary>
public static class ForbiddenNames
{
    private static readonly string[] Storage = ["Microsoft.EntityFrameworkCore", "Npgsql", "Quartz"];

    private static readonly Dictionary<string, string[]> Namespaces = new()
    {
        ["Matching"] = ["PairingBot.Domain", "PairingBot.App", "PairingBot.Slack", "PairingBot.Teams", "PairingBot.Web", "Microsoft", "Npgsql", "Quartz", "System.Net", "System.Text.Json"],
        ["Domain"] = [.. Storage, "Microsoft.AspNetCore", "Microsoft.Extensions", "System.Net.Http", "System.Text.Json.Serialization", "PairingBot.App", "PairingBot.Slack", "PairingBot.Teams", "PairingBot.Web"],
        ["Slack"] = [.. Storage, "PairingBot.App", "PairingBot.Teams", "PairingBot.Web"],
        ["Teams"] = [.. Storage, "PairingBot.App", "PairingBot.Slack", "PairingBot.Web"],
        ["MicrosoftGraph"] = [.. Storage, "PairingBot.App", "PairingBot.Slack", "PairingBot.Teams", "PairingBot.Web"],
        ["App"] = ["Microsoft.AspNetCore", "PairingBot.Slack", "PairingBot.Teams", "PairingBot.MicrosoftGraph", "PairingBot.Web"],
        ["Playground"] = [.. Storage, "PairingBot.Matching", "PairingBot.Domain", "PairingBot.App", "PairingBot.Slack", "PairingBot.Teams", "PairingBot.Web"],
    };

    // HttpClient needs no using, because the SDK has one for everybody. A word ends where the next capital, or the identifier, does.
    private static readonly Dictionary<string, Regex> Words = new()
    {
        ["Matching"] = Word("(?i:person|people|program|score|mentor)"),
        ["Domain"] = Word("(?<!Edge)Slack|Teams(?![a-z])|HttpClient|DbContext"),
        ["App"] = Word("Slack|Teams(?![a-z])"),
    };

    public static IEnumerable<string> Faults(SourceFile file) =>
    [
        .. from name in NamesIn(file)
           let forbidden = Namespaces.GetValueOrDefault(file.Project, []).FirstOrDefault(start => IsWithin(name.Text, start))
           where forbidden is not null
           select $"{file.Path}({name.Line}): {file.Project} must not name {forbidden}",
        .. from token in file.Root.DescendantTokens()
           where token.IsKind(SyntaxKind.IdentifierToken) && Words.TryGetValue(file.Project, out var words) && words.IsMatch(token.ValueText)
           select $"{file.Path}({file.LineOf(token.Parent!)}): {token.ValueText} is not a word of {file.Project}",
    ];

    private static IEnumerable<(string Text, int Line)> NamesIn(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        where node is NameSyntax or MemberAccessExpressionSyntax && node.Parent is not (NameSyntax or MemberAccessExpressionSyntax)
        select (string.Concat(node.DescendantTokens().Select(token => token.Text)), file.LineOf(node));

    private static bool IsWithin(string name, string start) =>
        name.StartsWith(start, StringComparison.Ordinal) && (name.Length == start.Length || name[start.Length] is '.' or ':');

    private static Regex Word(string pattern) => new(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
