using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PairingBot.House.Tests.Tree;

/// <summary>A source file, as text and as syntax. <paramref name="Path"/> is relative to the repository, with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    private SyntaxNode? _root;

    public SyntaxNode Root => _root ??= CSharpSyntaxTree.ParseText(Text, path: Path).GetRoot();

    /// <summary>"Domain" for src/PairingBot.Domain/Chat/Reply.cs.</summary>
    public string Project => Path.Split('/')[1]["PairingBot.".Length..];

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    public int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
