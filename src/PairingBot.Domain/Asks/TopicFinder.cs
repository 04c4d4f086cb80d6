using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Asks;

/// <summary>What may be known of somebody who could help: what they offer in the open, never their goals.</summary>
public sealed record Knower(Guid PersonId, string Name, string? Title, string? Department, IReadOnlyList<SkillFact> Offers);

/// <summary>Why somebody may have the insight. <paramref name="Skill"/>: the offered skill that was hit.</summary>
public sealed record Insight(Guid PersonId, int Points, string Reason, SkillFact? Skill);

/// <summary>Finds who may have the insight into what somebody is stuck on: by words of one meaning, and by likeness where a word was mistyped. Lexical on purpose, so that each hit has its reason.</summary>
public static class TopicFinder
{
    private const int WholeSkill = 100, PartOfSkill = 60, LikeSkill = 45, InTitle = 40, InDepartment = 20, PerLevel = 5;

    /// <summary>What to search for: the words that mean something, and others of the same meaning.</summary>
    public static IReadOnlyList<string> Search(string topic) => [.. Read(topic).SelectMany(word => Synonyms.Alike(word.Meaning).Prepend(word.Typed)).Distinct()];

    /// <summary>The words as they were typed, for a search by likeness; short ones are like too many.</summary>
    public static IReadOnlyList<string> Typed(string topic) => [.. Read(topic).Select(word => word.Typed).Where(Likeness.IsLongEnough).Distinct()];

    /// <summary>Those whom it concerns, best first; among equals the order is as good as drawn, and the same each time.</summary>
    public static IReadOnlyList<Insight> Rank(string topic, Guid seeker, IEnumerable<Knower> knowers)
    {
        var words = Read(topic);
        return [.. knowers.Select(knower => Insight(words, knower)).OfType<Insight>().OrderByDescending(insight => insight.Points).ThenBy(insight => Draw(seeker, insight.PersonId))];
    }

    private static Insight? Insight(IReadOnlyList<TopicWord> topic, Knower knower)
    {
        var skill = knower.Offers.Select(offered => Hit(topic, offered)).Where(hit => hit.Points > 0).OrderByDescending(hit => hit.Points).FirstOrDefault();
        var title = Shared(topic, knower.Title);
        var department = Shared(topic, knower.Department);
        var more = (title.Count > 0 ? 10 : 0) + (department.Count > 0 ? 5 : 0);
        if (skill.Points > 0) return new Insight(knower.PersonId, skill.Points + more, Sentence(knower, skill.Skill.Name, skill.Words), skill.Skill);
        if (title.Count > 0) return new Insight(knower.PersonId, InTitle + more, Texts.Plain("asks.reason.title", ("giver", knower.Name), ("title", knower.Title), ("words", Quote(title))), null);
        return department.Count > 0 ? new Insight(knower.PersonId, InDepartment, Texts.Plain("asks.reason.department", ("giver", knower.Name), ("department", knower.Department), ("words", Quote(department))), null) : null;
    }

    private static (int Points, SkillFact Skill, IReadOnlyList<string> Words) Hit(IReadOnlyList<TopicWord> topic, SkillFact skill)
    {
        var named = Read(skill.Name);
        var shared = topic.Where(word => named.Any(other => other.Meaning == word.Meaning)).ToList();
        if (shared.Count > 0)
        {
            var isWhole = named.All(other => topic.Any(word => word.Meaning == other.Meaning));
            return ((isWhole ? WholeSkill : PartOfSkill) + PerLevel * skill.Level, skill, [.. shared.Select(word => word.Typed)]);
        }

        var like = topic.Where(word => named.Any(other => Likeness.AreAlike(word.Typed, other.Typed))).Select(word => word.Typed).ToList();
        return (like.Count > 0 ? LikeSkill + PerLevel * skill.Level : 0, skill, like);
    }

    private static string Sentence(Knower knower, string skill, IReadOnlyList<string> words) => Texts.Plain(
        "asks.reason.skill", ("same", words is [var only] && only == skill ? "yes" : "no"), ("giver", knower.Name), ("skill", skill), ("words", Quote(words)));

    private static List<string> Shared(IReadOnlyList<TopicWord> topic, string? text)
    {
        var other = Read(text).Select(word => word.Meaning).ToHashSet();
        return [.. topic.Where(word => other.Contains(word.Meaning)).Select(word => word.Typed)];
    }

    private static string Quote(IEnumerable<string> words) => string.Join(' ', words.Distinct().Take(3));

    private static List<TopicWord> Read(string? text) => string.IsNullOrWhiteSpace(text)
        ? []
        : [.. Vocabulary.WordsOf(text).Where(word => !Synonyms.IsNoise(word)).Distinct().Select(word => new TopicWord(word, Synonyms.Meaning(Vocabulary.Stem(word))))];

    private static ulong Draw(Guid seeker, Guid person)
    {
        var mixed = BitConverter.ToUInt64(seeker.ToByteArray(), 8) ^ BitConverter.ToUInt64(person.ToByteArray(), 8);
        return unchecked(mixed * 0x9E3779B97F4A7C15);
    }

    private sealed record TopicWord(string Typed, string Meaning);
}
