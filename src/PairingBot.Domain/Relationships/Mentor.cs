using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Somebody ahead on the road that the mentee wants to take. Ahead means two levels, or one level and five years; at most four levels and 25 years,
/// because beyond that the road itself has changed. Facts that one of the two has not told don't forbid: both have said that they want this, and
/// the facts that are known must agree with it. That nobody is mentored inside their reporting line is a rule over the whole round.
/// </summary>
public sealed class Mentor : RelationshipType
{
    private const int FarLevels = 2;
    private const int FarYears = 5;
    private const int MostLevels = 4;
    private const int MostYears = 25;

    public override string Key => "mentor";

    public override Role SeekerRole { get; } = new("mentee", "Mentee");

    public override Role GiverRole { get; } = new("mentor", "Mentor");

    public override string InOneLine => "Someone further along your road, outside your reporting line.";

    public override string ConversationName => "A mentoring conversation";

    public override string SoughtLabel => "a mentor";

    public override string OfferedLabel => "a mentor";

    public override bool StaysOutOfReportingLine => true;

    /// <summary>A road is walked over months.</summary>
    public override SeriesPlan Series { get; } = new(6, 4);

    public override string KeyQuestion => "Where do you want to go?";

    public override string HowToTalk =>
        "The mentee leads, reflects and asks; the mentor answers openly, advice included. What is said stays between you.";

    public override IReadOnlyList<string> OpeningQuestions { get; } =
    [
        "Where would you like to be two years from now, and what draws you there?",
        "What part of your work would you like to do more of?",
        "What does a really good week look like for you?",
        "What are you weighing up at the moment, and what makes it hard?",
        "What was the turn in your own career that you did not plan?",
        "What did you believe about this work ten years ago that you no longer believe?",
        "How did you decide what to say no to?",
        "What would you do differently if you stood where your mentee stands today?",
        "Which mistake taught you the most, and how did you get over it?",
        "Who helped you on the way, and what did they do that helped?",
        "What should somebody on this road learn early, and why?",
        "How do you notice that it is time for a change?",
        "What would you try first if you could not fail?",
        "What is one step you could take before we talk again?",
    ];

    public override Unfit? Forbids(Candidate seeker, Candidate giver)
    {
        var ahead = Experience.Ahead(seeker, giver);
        if (ahead.Levels > MostLevels || ahead.Years > MostYears)
        {
            return new Unfit("mentor-too-far-ahead", "is ahead of you on your road, but not so far that the road has changed since",
                "is behind you on your road, but not so far that the road has changed since");
        }

        return IsAhead(ahead) ? null : new Unfit("mentor-not-ahead", "is clearly further along than you: two levels, or one level and five years",
            "looks for somebody as far along as you are: two levels behind you, or one level and five years");
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
        if (ahead.Years >= FarYears) return $"{giver.Name} has {Experience.Count(ahead.Years.Value, "year")} more experience than {seeker.Name}.";

        return ahead.Levels > 0 ? $"{giver.Name} is {Experience.Count(ahead.Levels.Value, "level")} further along than {seeker.Name}." : null;
    }

    private static bool IsAhead(Experience ahead) => ahead switch
    {
        (null, null) => true,
        (null, { } years) => years >= FarYears,
        ({ } levels, null) => levels >= 1,
        ({ } levels, { } years) => levels >= FarLevels || (levels >= 1 && years >= FarYears),
    };
}
