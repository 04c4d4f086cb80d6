using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Two people at about the same level with different backgrounds. Only the level is a rule, and only where both have told it; how unlike their backgrounds
/// are is a matter of quality, so that somebody who has told nothing can meet anybody. That neither stands in the other's reporting line is a rule
/// over the whole round.
/// </summary>
public sealed class Peer : RelationshipType
{
    private const int MostLevels = 1;

    private static readonly Unfit OtherLevel = new("peer-other-level", "peer.wanted-level", "peer.wanted-level-giver");

    public override string Key => "peer";

    public override Role SeekerRole { get; } = new("peer", "peer.role")
    {
        CardWords = ["peer.well", "peer.hard", "peer.listen", "peer.learn"],
        ReflectionWords = ("peer.takeaway", "peer.given", "peer.action"),
    };

    public override Role GiverRole => SeekerRole;

    public override string InOneLine => Texts.Plain("peer.in-one-line");

    public override string ConversationName => Texts.Plain("peer.conversation-name");

    public override string SoughtLabel => Texts.Plain("peer.sought");

    public override string OfferedLabel => Texts.Plain("peer.offered");

    public override bool StaysOutOfReportingLine => true;

    /// <summary>The same day every week is easiest to keep.</summary>
    public override SeriesPlan Series { get; } = new(4, 1);

    public override string KeyQuestion => Texts.Plain("peer.key-question");

    public override string HowToTalk => Texts.Plain("peer.how-to-talk");

    public override IReadOnlyList<OpeningQuestion> OpeningQuestions { get; } =
    [
        new("peer.stuck-on"),
        new("peer.worked-lately"),
        new("peer.your-team-does"),
        new("peer.former-job", GoalTopics.Career),
        new("peer.nobody-showed", GoalTopics.Skill),
        new("peer.surprised-you", GoalTopics.Start),
        new("peer.better-this-month", GoalTopics.Skill),
        new("peer.that-order"),
        new("peer.misunderstood", GoalTopics.Visibility),
        new("peer.stopped-doing", GoalTopics.Decision),
        new("peer.wish-to-be-asked"),
        new("peer.changed-your-mind", GoalTopics.Decision),
        new("peer.where-do-you-go", GoalTopics.Conflict | GoalTopics.Start),
        new("peer.before-the-week-ends"),
        new("peer.hard-talk", GoalTopics.Conflict),
        new("peer.work-unseen", GoalTopics.Visibility),
        new("peer.next-for-you", GoalTopics.Career),
        new("peer.how-learned", GoalTopics.Skill),
    ];

    public override string Closing => Texts.Plain("peer.closing");

    public override Unfit? Forbids(Candidate seeker, Candidate giver) =>
        Distance(seeker, giver) > MostLevels ? OtherLevel : null;

    public override int ExperienceFit(Candidate seeker, Candidate giver) => Distance(seeker, giver) switch
    {
        null => 50,
        0 => 100,
        _ => 60,
    };

    public override string? ExperienceReason(Candidate seeker, Candidate giver) =>
        Distance(seeker, giver) == 0 ? Texts.Plain("peer.same-level", ("seeker", seeker.Name), ("giver", giver.Name)) : null;

    private static int? Distance(Candidate one, Candidate other) =>
        one.Level is { } here && other.Level is { } there ? Math.Abs(here - there) : null;
}
