using System.Collections.Frozen;
using PairingBot.Domain.Matchmaking;

namespace PairingBot.Domain.Relationships;

/// <summary>What goals are about, as far as opening questions are chosen by it.</summary>
[Flags]
public enum GoalTopics
{
    None = 0,
    Career = 1,
    Skill = 2,
    Decision = 4,
    Conflict = 8,
    Visibility = 16,
    Start = 32,
}

/// <summary>Reads what a goal is about out of its words, by the list in <c>goal-topics.txt</c>.</summary>
public static class GoalReading
{
    private static readonly FrozenDictionary<string, GoalTopics> TopicOf = WordLists.Read("goal-topics.txt")
        .SelectMany(list => list.Words.Select(word => (Word: Vocabulary.Stem(word), Topic: Enum.Parse<GoalTopics>(list.Name, ignoreCase: true))))
        .GroupBy(entry => entry.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate(GoalTopics.None, (topics, entry) => topics | entry.Topic), StringComparer.Ordinal);

    /// <summary>None where nobody can tell.</summary>
    public static GoalTopics TopicsOf(string? goal) =>
        Vocabulary.WordsOf(goal ?? "").Aggregate(GoalTopics.None, (topics, word) => topics | TopicOf.GetValueOrDefault(Vocabulary.Stem(word)));
}
