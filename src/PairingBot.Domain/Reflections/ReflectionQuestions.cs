using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Reflections;

/// <summary>
/// What somebody is asked after a conversation, by relationship and role. The one place that says so: three questions are the same for all, and whoever gives is asked what they learned
/// and what they asked.
/// </summary>
public static class ReflectionQuestions
{
    /// <summary>Keys of questions: fields of the form, and what a shared line is stored under, for ever.</summary>
    public const string Takeaway = "takeaway", Given = "given", Own = "own", Action = "action";

    private const int LongestNames = 40;

    /// <param name="type">Null for one of a version that knew more.</param>
    /// <param name="role">The writer's, in the pairing.</param>
    /// <param name="partners">The names of the others.</param>
    public static IReadOnlyList<ReflectionQuestion> For(RelationshipType? type, string role, string partners)
    {
        var gives = type is { IsSymmetric: false } && type.GiverRole.Key == role;
        var given = new ReflectionQuestion(Given, Texts.Plain("reflection.given", ("partners", Cut(partners))), Texts.Plain("reflection.given-hint"));
        var action = new ReflectionQuestion(Action, Texts.Plain("reflection.action"), Texts.Plain("reflection.action-hint"));
        return gives
            ?
            [
                new(Takeaway, Texts.Plain("reflection.takeaway-giver"), Texts.Plain("reflection.takeaway-giver-hint")),
                given,
                new(Own, Texts.Plain("reflection.asked-giver"), Texts.Plain("reflection.asked-giver-hint")),
                action,
            ]
            : [new(Takeaway, Texts.Plain("reflection.takeaway"), null), given, action];
    }

    /// <summary>Names inside a label.</summary>
    internal static string Cut(string names) => names.Length <= LongestNames ? names : string.Concat(names.AsSpan(0, LongestNames - 1), "…");
}

/// <summary>A question of the form.</summary>
public sealed record ReflectionQuestion(string Key, string Label, string? Hint);
