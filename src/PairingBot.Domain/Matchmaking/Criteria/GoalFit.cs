using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Whether the seeker's goal names what the giver can do, or what the giver is after too. Where there are no sides, the better of both directions.</summary>
internal sealed class GoalFit : WeightedCriterion
{
    private const int Unknown = 30;
    private const int OneTopic = 60;
    private const int SharedWord = 70;
    private const int Topics = 90;
    private const int NamedSkillScore = 100;
    private const int LongestQuote = 90;

    public override string Key => "goal-fit";

    public override int Score(in Fit fit)
    {
        var forth = Score(fit.Seeker, fit.Giver);
        return fit.Type.IsSymmetric ? Math.Max(forth, Score(fit.Giver, fit.Seeker)) : forth;
    }

    /// <summary>
    /// The most that two can score whose goals meet nothing, one topic, a word of the title, two topics, a word of a skill (0 to 4); and if in either direction there is no goal.
    /// </summary>
    public static int Most(int meets, bool areGoalsKnown) => meets switch { 0 => areGoalsKnown ? 0 : Unknown, 1 => OneTopic, 2 => SharedWord, 3 => Topics, _ => NamedSkillScore };

    public override string? Reason(in Fit fit)
    {
        var turned = fit.Type.IsSymmetric && Score(fit.Giver, fit.Seeker) > Score(fit.Seeker, fit.Giver);
        return turned ? Reason(fit.Giver, fit.Seeker) : Reason(fit.Seeker, fit.Giver);
    }

    private static int Score(RosterEntry seeker, RosterEntry giver)
    {
        if (seeker.Goal.IsEmpty) return Unknown;

        var best = 0;
        if (seeker.Goal.CountShared(giver.AllOffered) > 0) best = NamedSkill(seeker, giver) is null ? SharedWord : NamedSkillScore;
        if (best == NamedSkillScore) return best;

        return Math.Max(best, seeker.Topics.CountShared(giver.Topics) switch { 0 => 0, 1 => OneTopic, _ => Topics });
    }

    private static string? Reason(RosterEntry seeker, RosterEntry giver)
    {
        if (seeker.Goal.IsEmpty) return null;
        if (NamedSkill(seeker, giver) is { } skill) return Texts.Plain("goals.skill", ("seeker", seeker.Name), ("goal", Quote(seeker)), ("giver", giver.Name), ("skill", skill));
        // One topic alone may be a coincidence of words: it counts a little, but nobody is told that they are after the same.
        if (seeker.Topics.CountShared(giver.Topics) >= 2) return Texts.Plain("goals.alike", ("one", seeker.Name), ("other", giver.Name), ("goal", Quote(seeker)), ("otherGoal", Quote(giver)));

        return seeker.Goal.CountShared(giver.Title) > 0 ? Texts.Plain("goals.title", ("seeker", seeker.Name), ("goal", Quote(seeker)), ("giver", giver.Name), ("title", giver.Facts.Title)) : null;
    }

    private static string? NamedSkill(RosterEntry seeker, RosterEntry giver)
    {
        for (var i = 0; i < giver.OfferedSkills.Length; i++)
        {
            if (seeker.Goal.Names(giver.OfferedSkills[i])) return giver.Facts.SkillsOffered[i].Name;
        }

        return null;
    }

    private static string Quote(RosterEntry person)
    {
        var goal = person.Facts.Goal!.Trim().TrimEnd('.');
        if (goal.Length <= LongestQuote) return Texts.Plain("goals.quote", ("goal", goal));

        var end = goal.LastIndexOf(' ', LongestQuote);
        return Texts.Plain("goals.cut", ("goal", goal[..(end > 0 ? end : LongestQuote)]));
    }
}
