using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Somebody in a position of influence who puts their name behind another. Influence is the point, so the sponsor's level must be known: a lead or above, at
/// least two levels ahead where the other's is known too. Close in field: the same department, or a skill that both name; when a department is missing, that
/// rule waits until it is told.
/// </summary>
public sealed class Sponsor : RelationshipType
{
    private const int Influence = 4;
    private const int LeastLevels = 2;

    private static readonly Unfit NotSenior = new("sponsor-not-senior", "sponsor.wanted-senior", "sponsor.wanted-senior-giver"), OtherField = new("sponsor-other-field", "sponsor.wanted-field", "sponsor.wanted-field-giver");

    public override string Key => "sponsor";

    public override Role SeekerRole { get; } = new("protege", "sponsor.role-protege")
    {
        CardWords = ["sponsor.protege-well", "sponsor.protege-hard", "sponsor.protege-listen"],
        ReflectionWords = ("sponsor.protege-takeaway", "sponsor.protege-given", "sponsor.protege-action"),
    };

    public override Role GiverRole { get; } = new("sponsor", "sponsor.role-sponsor")
    {
        CardWords = ["sponsor.sponsor-well", "sponsor.sponsor-hard", "sponsor.sponsor-listen", "sponsor.sponsor-learn"],
        ReflectionWords = ("sponsor.sponsor-takeaway", "sponsor.sponsor-given", "sponsor.sponsor-action"),
    };

    public override string InOneLine => Texts.Plain("sponsor.in-one-line");

    public override string ConversationName => Texts.Plain("sponsor.conversation-name");

    public override string SoughtLabel => Texts.Plain("sponsor.sought");

    public override string OfferedLabel => Texts.Plain("sponsor.offered");

    public override bool NeedsBothYes => true;

    /// <summary>What two accomplish together takes its time.</summary>
    public override SeriesPlan Series { get; } = new(6, 4);

    public override string KeyQuestion => Texts.Plain("sponsor.key-question");

    public override string HowToTalk => Texts.Plain("sponsor.how-to-talk");

    public override IReadOnlyList<OpeningQuestion> OpeningQuestions { get; } =
    [
        new("sponsor.neither-alone"),
        new("sponsor.known-for", GoalTopics.Visibility | GoalTopics.Career),
        new("sponsor.deserves-to-be-seen", GoalTopics.Visibility),
        new("sponsor.own-list"),
        new("sponsor.which-room", GoalTopics.Visibility | GoalTopics.Career),
        new("sponsor.coming-decision", GoalTopics.Decision),
        new("sponsor.put-my-name"),
        new("sponsor.worry-about-visible", GoalTopics.Visibility | GoalTopics.Conflict),
        new("sponsor.who-else", GoalTopics.Visibility),
        new("sponsor.ready-unasked", GoalTopics.Career | GoalTopics.Start),
        new("sponsor.both-notice"),
        new("sponsor.worth-your-time"),
        new("sponsor.from-where-you-sit"),
        new("sponsor.first-step", GoalTopics.Start),
        new("sponsor.who-decides", GoalTopics.Decision | GoalTopics.Career),
        new("sponsor.who-is-against", GoalTopics.Conflict),
        new("sponsor.missing-proof", GoalTopics.Skill | GoalTopics.Career),
        new("sponsor.where-to-try", GoalTopics.Skill | GoalTopics.Start),
    ];

    public override RequestTexts Request { get; } = new("sponsor.request-goal", "sponsor.request-no-goal", "sponsor.request-question", "sponsor.request-in-return");

    public override string Closing => Texts.Plain("sponsor.closing");

    public override Unfit? Forbids(Candidate seeker, Candidate giver)
    {
        if (giver.Level is not >= Influence || giver.Level - seeker.Level < LeastLevels) return NotSenior;

        return IsClose(seeker, giver) ? null : OtherField;
    }

    public override int ExperienceFit(Candidate seeker, Candidate giver) =>
        giver.Level - seeker.Level is { } levels ? Experience.Around(levels, 2, 3, 30) : 50;

    public override string? ExperienceReason(Candidate seeker, Candidate giver)
    {
        if (Jobs.SameWords(seeker.Department, giver.Department)) return Texts.Plain("sponsor.same-department", ("giver", giver.Name), ("department", giver.Department), ("seeker", seeker.Name));

        return SharedSkill(seeker, giver) is { } skill ? Texts.Plain("sponsor.shared-skill", ("seeker", seeker.Name), ("giver", giver.Name), ("skill", skill)) : null;
    }

    private static bool IsClose(Candidate seeker, Candidate giver) =>
        string.IsNullOrWhiteSpace(seeker.Department) || string.IsNullOrWhiteSpace(giver.Department)
        || Jobs.SameWords(seeker.Department, giver.Department) || SharedSkill(seeker, giver) is not null;

    private static string? SharedSkill(Candidate seeker, Candidate giver) => SharedSkill(seeker.SkillsOffered, giver.SkillsOffered) ?? SharedSkill(seeker.SkillsWanted, giver.SkillsOffered);

    private static string? SharedSkill(IReadOnlyList<SkillFact> skills, IReadOnlyList<SkillFact> others)
    {
        for (var i = 0; i < skills.Count; i++)
        {
            for (var j = 0; j < others.Count; j++)
            {
                if (Jobs.SameWords(skills[i].Name, others[j].Name)) return skills[i].Name;
            }
        }

        return null;
    }
}
