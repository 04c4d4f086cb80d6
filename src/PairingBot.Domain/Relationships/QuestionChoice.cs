using System.Collections.Immutable;
using PairingBot.Domain.Matchmaking;

namespace PairingBot.Domain.Relationships;

/// <summary>Which questions people were shown together, and when.</summary>
public sealed record ShownQuestions(IReadOnlyList<string> Keys, DateTimeOffset At);

/// <summary>
/// Chooses the questions that a conversation begins with: those that none of its people has been shown, by their goals first; once all have been, those of longest ago. The three together are
/// never the same three that one of them has had, while there are others.
/// </summary>
public static class QuestionChoice
{
    public const int Count = 3;

    /// <param name="type">The relationship.</param>
    /// <param name="goals">What its people are trying to do, as far as they have said.</param>
    /// <param name="shown">What any of them was shown in conversations of this type.</param>
    /// <param name="seed">Decides between equals.</param>
    public static IReadOnlyList<OpeningQuestion> For(RelationshipType type, IEnumerable<string> goals, IReadOnlyList<ShownQuestions> shown, long seed)
    {
        var topics = goals.Aggregate(GoalTopics.None, (all, goal) => all | GoalReading.TopicsOf(goal));
        var last = shown.SelectMany(each => each.Keys.Select(key => (Key: key, each.At))).GroupBy(each => each.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(each => each.At), StringComparer.Ordinal);
        var ranked = type.OpeningQuestions
            .OrderBy(question => last.TryGetValue(question.Key, out var at) ? at : DateTimeOffset.MinValue)
            .ThenBy(question => Rank(question, topics)).ThenBy(question => Chance(seed, question.Key)).ToImmutableArray();
        var had = shown.Select(each => Together(each.Keys)).ToHashSet(StringComparer.Ordinal);
        return Threes(ranked).FirstOrDefault(three => !had.Contains(Together(three.Select(question => question.Key)))) ?? [.. ranked.Take(Count)];
    }

    /// <summary>Written for such a goal, then good for anybody, then written for another.</summary>
    private static int Rank(OpeningQuestion question, GoalTopics topics) => question.Suits == GoalTopics.None ? 1 : (question.Suits & topics) != GoalTopics.None ? 0 : 2;

    private static ulong Chance(long seed, string key) => TieBreak.Mix(key.Aggregate(TieBreak.Mix((ulong)seed), (mixed, letter) => (mixed ^ letter) * 0x100000001B3));

    private static string Together(IEnumerable<string> keys) => string.Join(' ', keys.Order(StringComparer.Ordinal));

    /// <summary>The best first.</summary>
    private static IEnumerable<IReadOnlyList<OpeningQuestion>> Threes(ImmutableArray<OpeningQuestion> ranked)
    {
        for (var last = Count - 1; last < ranked.Length; last++)
            for (var second = 1; second < last; second++)
                for (var first = 0; first < second; first++) yield return [ranked[first], ranked[second], ranked[last]];
    }
}
