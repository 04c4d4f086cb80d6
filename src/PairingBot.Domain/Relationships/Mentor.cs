using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Somebody ahead on the road that the mentee wants to take. Ahead means two levels, or one level and five years; at most four levels and 25 years,
/// because beyond that the road itself has changed. Facts that one of the two has not told don't forbid: both have said that they want this, and
/// the facts that are known must agree with it. That nobody is mentored inside their reporting line is a rule over the whole round.
/// </summary>
public sealed class Mentor : RelationshipType
{
    private static readonly Unfit TooFarAhead = new("mentor-too-far-ahead", "mentor.wanted-nearer", "mentor.wanted-nearer-giver"), NotAhead = new("mentor-not-ahead", "mentor.wanted-ahead", "mentor.wanted-ahead-giver");

    private const int FarLevels = 2;
    private const int FarYears = 5;
    private const int MostLevels = 4;
    private const int MostYears = 25;

    public override string Key => "mentor";

    public override Role SeekerRole { get; } = new("mentee", "mentor.role-mentee")
    {
        CardWords = ["mentor.mentee-well", "mentor.mentee-hard", "mentor.mentee-listen"],
        ReflectionWords = ("mentor.mentee-takeaway", "mentor.mentee-given", "mentor.mentee-action"),
    };

    public override Role GiverRole { get; } = new("mentor", "mentor.role-mentor")
    {
        CardWords = ["mentor.mentor-well", "mentor.mentor-hard", "mentor.mentor-listen", "mentor.mentor-learn"],
        ReflectionWords = ("mentor.mentor-takeaway", "mentor.mentor-given", "mentor.mentor-action"),
    };

    public override string InOneLine => Texts.Plain("mentor.in-one-line");

    public override string ConversationName => Texts.Plain("mentor.conversation-name");

    public override string SoughtLabel => Texts.Plain("mentor.sought");

    public override string OfferedLabel => Texts.Plain("mentor.offered");

    public override bool StaysOutOfReportingLine => true;

    /// <summary>A road is walked over months.</summary>
    public override SeriesPlan Series { get; } = new(6, 4);

    public override string KeyQuestion => Texts.Plain("mentor.key-question");

    public override string HowToTalk => Texts.Plain("mentor.how-to-talk");

    public override IReadOnlyList<OpeningQuestion> OpeningQuestions { get; } =
    [
        new("mentor.two-years", GoalTopics.Career),
        new("mentor.more-of", GoalTopics.Career),
        new("mentor.good-week"),
        new("mentor.weighing-up", GoalTopics.Decision),
        new("mentor.unplanned-turn", GoalTopics.Career),
        new("mentor.no-longer-believed"),
        new("mentor.say-no-to", GoalTopics.Decision | GoalTopics.Conflict),
        new("mentor.in-their-place"),
        new("mentor.best-mistake"),
        new("mentor.who-helped"),
        new("mentor.learn-early", GoalTopics.Skill | GoalTopics.Start),
        new("mentor.time-for-a-change", GoalTopics.Career | GoalTopics.Decision),
        new("mentor.could-not-fail", GoalTopics.Decision | GoalTopics.Start),
        new("mentor.one-step"),
        new("mentor.first-hundred-days", GoalTopics.Start),
        new("mentor.who-should-know", GoalTopics.Visibility),
        new("mentor.standing-firm", GoalTopics.Conflict),
        new("mentor.got-good-at-it", GoalTopics.Skill),
    ];

    public override RequestTexts Request { get; } = new("mentor.request-goal", "mentor.request-no-goal", "mentor.request-question", "mentor.request-in-return");

    public override string Closing => Texts.Plain("mentor.closing");

    public override Unfit? Forbids(Candidate seeker, Candidate giver)
    {
        var ahead = Experience.Ahead(seeker, giver);
        if (ahead.Levels > MostLevels || ahead.Years > MostYears) return TooFarAhead;

        return IsAhead(ahead) ? null : NotAhead;
    }

    public override int ExperienceFit(Candidate seeker, Candidate giver)
    {
        var ahead = Experience.Ahead(seeker, giver);
        return Experience.Mean(
            ahead.Levels is { } levels ? Experience.Around(levels, 1, 2, 30) : null,
            ahead.Years is { } years ? Experience.Around(years, 6, 15, 8) : null);
    }

    public override string? ExperienceReason(Candidate seeker, Candidate giver)
    {
        var ahead = Experience.Ahead(seeker, giver);
        if (ahead.Years >= FarYears) return Texts.Plain("mentor.years-ahead", ("giver", giver.Name), ("seeker", seeker.Name), ("years", ahead.Years.Value));

        return ahead.Levels > 0 ? Texts.Plain("mentor.levels-ahead", ("giver", giver.Name), ("seeker", seeker.Name), ("levels", ahead.Levels.Value)) : null;
    }

    private static bool IsAhead(Experience ahead) => ahead switch
    {
        (null, null) => true,
        (null, { } years) => years >= FarYears,
        ({ } levels, null) => levels >= 1,
        ({ } levels, { } years) => levels >= FarLevels || (levels >= 1 && years >= FarYears),
    };
}
