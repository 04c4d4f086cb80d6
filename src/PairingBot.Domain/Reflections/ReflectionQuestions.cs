using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Reflections;

/// <summary>
/// What somebody is asked after a conversation: three questions in the words of the relationship for their role; and whoever gives, what they asked.
/// </summary>
public static class ReflectionQuestions
{
    /// <summary>Keys of questions: fields of the form, and what a shared line is stored under, for ever.</summary>
    public const string Takeaway = "takeaway", Given = "given", Own = "own", Action = "action";

    private const int LongestNames = 40;

    /// <param name="type">Null for one of a version that knew more.</param>
    /// <param name="role">The writer's, in the pairing.</param>
    /// <param name="partners">The names of the others.</param>
    /// <param name="others">How many they are: several are called by their names.</param>
    public static IReadOnlyList<ReflectionQuestion> For(RelationshipType? type, string role, string partners, int others = 1)
    {
        var gives = type is { IsSymmetric: false } && type.GiverRole.Key == role;
        var asked = type?.ReflectionQuestions(role) ?? new RoleQuestions(Texts.Plain("reflection.takeaway"), Texts.Plain("reflection.given", ("partners", Cut(partners))), Texts.Plain("reflection.action"));
        return
        [
            new(Takeaway, asked.Takeaway, gives ? Texts.Plain("reflection.takeaway-giver-hint") : null),
            new(Given, others > 1 ? Texts.Plain("reflection.given", ("partners", Cut(partners))) : asked.Given, Texts.Plain("reflection.given-hint")),
            .. gives ? [new ReflectionQuestion(Own, Texts.Plain("reflection.asked-giver"), Texts.Plain("reflection.asked-giver-hint"))] : Array.Empty<ReflectionQuestion>(),
            new(Action, asked.Action, Texts.Plain("reflection.action-hint")),
        ];
    }

    /// <summary>Names inside a label.</summary>
    internal static string Cut(string names) => names.Length <= LongestNames ? names : string.Concat(names.AsSpan(0, LongestNames - 1), "…");
}

/// <summary>A question of the form.</summary>
public sealed record ReflectionQuestion(string Key, string Label, string? Hint);
