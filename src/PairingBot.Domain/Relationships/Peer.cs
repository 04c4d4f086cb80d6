using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Two people at about the same level with different backgrounds. Only the level is a rule, and only where both have told it; how unlike their backgrounds
/// are is a matter of quality, so that somebody who has told nothing can meet anybody. That neither stands in the other's reporting line is a rule
/// over the whole round.
/// </summary>
public sealed class Peer : RelationshipType
{
    private const int MostLevels = 1;

    public override string Key => "peer";

    public override Role SeekerRole { get; } = new("peer", "Peer");

    public override Role GiverRole => SeekerRole;

    public override string InOneLine => "Someone at your level with a different background: both ask, both answer.";

    public override string ConversationName => "A conversation between peers";

    public override string SoughtLabel => "a peer";

    public override string OfferedLabel => "a peer";

    public override bool StaysOutOfReportingLine => true;

    /// <summary>The same day every week is easiest to keep.</summary>
    public override SeriesPlan Series { get; } = new(4, 1);

    public override string KeyQuestion => "How can we help each other get better?";

    public override string HowToTalk => "You meet as equals: each asks and each answers, half of the time each.";

    public override IReadOnlyList<string> OpeningQuestions { get; } =
    [
        "What are you stuck on that I might see differently?",
        "What has worked for you lately that others could use?",
        "How does your team do the thing that my team finds hard?",
        "What did you learn in a former job that you still use here?",
        "What do you do in a way that nobody showed you?",
        "What surprised you when you came to this company?",
        "What would you like to get better at this month, and how would you notice?",
        "Why do you do your work in the order in which you do it?",
        "What do people outside your team misunderstand about your work?",
        "What have you stopped doing, and what came of it?",
        "Which question do you wish somebody would ask you?",
        "What have you changed your mind about this year?",
        "Where do you go when you do not know how to go on?",
        "What could we each try before the week is over?",
    ];

    public override Unfit? Forbids(Candidate seeker, Candidate giver) =>
        Distance(seeker, giver) > MostLevels ? new Unfit("peer-other-level", "is at about your level", "is at about your level") : null;

    public override int ExperienceFit(Candidate seeker, Candidate giver) => Distance(seeker, giver) switch
    {
        null => 50,
        0 => 100,
        _ => 60,
    };

    public override string? ExperienceReason(Candidate seeker, Candidate giver) =>
        Distance(seeker, giver) == 0 ? $"{seeker.Name} and {giver.Name} work at the same level." : null;

    private static int? Distance(Candidate one, Candidate other) =>
        one.Level is { } here && other.Level is { } there ? Math.Abs(here - there) : null;
}
