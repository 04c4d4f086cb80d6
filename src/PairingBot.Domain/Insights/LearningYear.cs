using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Insights;

/// <summary>What the last twelve months brought one person, for themselves alone.</summary>
/// <param name="Held">Conversations that came about, the latest first.</param>
/// <param name="Had">Keys of the relationships of these.</param>
/// <param name="Missing">Those that the program offers beside them.</param>
/// <param name="Actions">What they wanted to do and did not let go, the latest first.</param>
/// <param name="Grown">Skills that they wanted, and that stand higher now.</param>
/// <param name="Series">Those that have not ended.</param>
public sealed record LearningYear(
    IReadOnlyList<OwnPairing> Held,
    IReadOnlyList<string> Had,
    IReadOnlyList<string> Missing,
    IReadOnlyList<OwnAction> Actions,
    IReadOnlyList<GrownSkill> Grown,
    IReadOnlyList<OwnSeries> Series)
{
    public bool IsEmpty => Held.Count + Actions.Count + Grown.Count + Series.Count == 0;

    /// <param name="held">Conversations that came about, in any order.</param>
    /// <param name="offered">Keys of the relationships on offer.</param>
    /// <param name="actions">In any order.</param>
    /// <param name="grown">Skills.</param>
    /// <param name="series">Those that have not ended.</param>
    public static LearningYear Of(IEnumerable<OwnPairing> held, IReadOnlyList<string> offered, IEnumerable<OwnAction> actions, IReadOnlyList<GrownSkill> grown, IReadOnlyList<OwnSeries> series)
    {
        var all = held.OrderByDescending(each => each.Pairing.MetAt).ToList();
        var had = all.Select(each => each.Pairing.RelationshipType).Distinct().ToList();
        return new LearningYear(all, had, [.. offered.Except(had)], [.. actions.Where(action => action.Outcome != ActionOutcome.Dropped).OrderByDescending(action => action.On)], grown, series);
    }
}

/// <summary>What its owner wanted to do, opened for them.</summary>
public sealed record OwnAction(string Text, DateOnly On, ActionOutcome? Outcome, ActionHelp? Help);

/// <summary>A series as one of its people sees it.</summary>
public sealed record OwnSeries(Series Series, IReadOnlyList<Person> Others);

/// <summary>A skill that somebody wanted, then and now.</summary>
public sealed record GrownSkill(string Name, int From, int To)
{
    /// <param name="then">The skills that they wanted, with the levels that they had.</param>
    /// <param name="now">All of their skills.</param>
    public static IReadOnlyList<GrownSkill> Between(IEnumerable<SkillFact> then, IReadOnlyList<Skill> now) =>
    [
        .. from wanted in then
           let level = now.Where(skill => skill.Name == wanted.Name).Select(skill => skill.Level).DefaultIfEmpty(0).Max()
           where level > wanted.Level
           orderby level - wanted.Level descending, wanted.Name
           select new GrownSkill(wanted.Name, wanted.Level, level),
    ];
}
