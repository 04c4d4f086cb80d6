using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Whether the seeker's goal names what the giver can do, or what the giver is after too. Where there are no sides, the better of both directions.</summary>
internal sealed class GoalFit : WeightedCriterion
{
    private const int Unknown = 30;
    private const int LongestQuote = 90;

    public override string Key => "goal-fit";

    public override int Score(in Fit fit)
    {
        var forth = Score(fit.Seeker, fit.Giver);
        return fit.Type.IsSymmetric ? Math.Max(forth, Score(fit.Giver, fit.Seeker)) : forth;
    }

    /// <summary>The most that one direction can score, as far as it is known which words may meet: the goal's those of an offered skill, of the other's topics, of the title.</summary>
    public static int Most(bool isGoalKnown, bool mayMeetSkill, bool mayMeetTopics, bool mayMeetTitle) =>
        !isGoalKnown ? Unknown : mayMeetSkill ? 100 : mayMeetTopics ? 90 : mayMeetTitle ? 70 : 0;

    public override string? Reason(in Fit fit)
    {
        var turned = fit.Type.IsSymmetric && Score(fit.Giver, fit.Seeker) > Score(fit.Seeker, fit.Giver);
        return turned ? Reason(fit.Giver, fit.Seeker) : Reason(fit.Seeker, fit.Giver);
    }

    private static int Score(RosterEntry seeker, RosterEntry giver)
    {
        if (seeker.Goal.IsEmpty) return Unknown;

        var best = 0;
        if (seeker.Goal.CountShared(giver.AllOffered) > 0) best = NamedSkill(seeker, giver) is null ? 70 : 100;
        if (best == 100) return best;

        return Math.Max(best, seeker.Topics.CountShared(giver.Topics) switch { 0 => 0, 1 => 60, _ => 90 });
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
