using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Words;

/// <summary>Words that hide a missing noun, unfinished work and folded-away code, and who may catch everything.</summary>
public static partial class HouseWords
{
    // Each is the last border before something that must go on, and says in its code what it records.
    private static readonly Dictionary<string, string> MayCatchEverything = new()
    {
        ["src/PairingBot.App/Chat/InboxWorker.cs"] = "the loop over the inbox: records the fault with the event, and tries again",
        ["src/PairingBot.App/Chat/OutboxWorker.cs"] = "the loop over the outbox: records the fault with the message, and tries again",
        ["src/PairingBot.App/Rounds/OpenDueRounds.cs"] = "one program that breaks must not hold up the others: recorded, tried again at the next turn",
        ["src/PairingBot.App/Rounds/MatchLateComers.cs"] = "one round that breaks must not hold up the others: recorded, tried again at the next turn",
        ["src/PairingBot.App/Rounds/IntroduceRounds.cs"] = "one round that breaks must not hold up the others: recorded, tried again at the next turn",
        ["src/PairingBot.App/Conversations/KeepSeries.cs"] = "one series that breaks must not hold up the others: recorded, tried again at the next turn",
        ["src/PairingBot.App/Conversations/BookMeetings.cs"] = "one booking that breaks must not hold up the others: recorded, tried again at the next turn",
        ["src/PairingBot.App/Nudges/SendDueNudges.cs"] = "one nudge that breaks must not hold up the others: recorded, tried again at the next turn",
        ["src/PairingBot.Slack/Install/Callback.cs"] = "somebody waits before a page, and what Slack gave us could not be kept",
        ["src/PairingBot.App/Jobs/Engine/WakeJob.cs"] = "hands the fault to the engine, in the only wrapping that it understands",
        ["src/PairingBot.Slack/Intake/Asking.cs"] = "a person waits for words, whatever broke",
        ["src/PairingBot.Slack/Intake/EventIntake.cs"] = "the vendor must hear that the event was not stored, so that it sends it again",
        ["src/PairingBot.Teams/Intake/Asking.cs"] = "a person waits for words, whatever broke",
        ["src/PairingBot.Teams/Intake/EventIntake.cs"] = "the vendor must hear that the event was not stored, so that it sends it again",
        ["src/PairingBot.Teams/Intake/References.cs"] = "from where something came must not cost what came: recorded, and the next activity brings it again",
        ["src/PairingBot.Slack/SocketMode/SocketConnection.cs"] = "one envelope's fault must not end the connection for all others",
        ["src/PairingBot.Slack/SocketMode/SocketLine.cs"] = "the loop over connections: records the fault, and makes the next one",
    };

    public static IEnumerable<string> Faults(SourceFile file) =>
    [
        .. from type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
           where EmptyWord().IsMatch(type.Identifier.ValueText)
           select $"{file.Path}({file.LineOf(type)}): {type.Identifier.ValueText}: find the noun",
        .. from comment in file.Root.DescendantTrivia()
           where IsComment(comment) && Unfinished().IsMatch(comment.ToFullString())
           select $"{file.Path}({comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): unfinished work",
        .. from region in file.Root.DescendantTrivia()
           where region.IsKind(SyntaxKind.RegionDirectiveTrivia)
           select $"{file.Path}({region.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): a region hides code that should be a class",
        .. from caught in file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
           where CatchesEverything(caught) && !MayCatchEverything.ContainsKey(file.Path)
           select $"{file.Path}({file.LineOf(caught)}): catches everything; bugs are exceptions, and expected outcomes are values",
    ];

    /// <summary>Files that are listed but no longer catch: the list must not grow stale.</summary>
    public static IEnumerable<string> StaleExceptions(IReadOnlyList<SourceFile> files) =>
        from path in MayCatchEverything.Keys
        where !files.Any(file => file.Path == path && file.Root.DescendantNodes().OfType<CatchClauseSyntax>().Any(CatchesEverything))
        select $"{path} is allowed to catch everything and does not: take it from the list";

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    // A filter that names types catches those; "is not" catches the rest of the world. A clause that throws on has only tidied up.
    private static bool CatchesEverything(CatchClauseSyntax caught)
    {
        if (caught.Declaration is { } declaration && declaration.Type.ToString() is not ("Exception" or "System.Exception"))
            return false;
        var filter = caught.Filter?.FilterExpression.ToString() ?? "";
        var namesTypes = filter.Contains(" is ", StringComparison.Ordinal) && !filter.Contains(" is not ", StringComparison.Ordinal);
        var throwsOn = caught.Block.Statements.LastOrDefault() is ThrowStatementSyntax { Expression: null };
        return !namesTypes && !throwsOn;
    }

    [GeneratedRegex("(Service|Manager|Helper|Processor)s?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();
}
