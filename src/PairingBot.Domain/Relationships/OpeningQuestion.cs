using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// An open question (what, how, why; never yes or no) to begin with. <paramref name="Words"/> is the key of its text, and what stands after the dot is stored with whoever was shown it:
/// for ever. <paramref name="Suits"/>: the goals that it was written for; none for one that suits anybody.
/// </summary>
public sealed record OpeningQuestion(string Words, GoalTopics Suits = GoalTopics.None)
{
    public string Key => Words[(Words.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public string Text => Texts.Plain(Words);
}

/// <summary>Every question of every relationship: none is ever renamed, because people are not asked the same twice.</summary>
public static class OpeningQuestionCatalog
{
    public static IReadOnlyList<OpeningQuestion> All { get; } = [.. RelationshipCatalog.All.SelectMany(type => type.OpeningQuestions)];
}
