using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Somebody clearly stronger in one skill that the coachee has named, in the same or a neighbouring job: one to three steps above where the coachee is
/// today (a wanted skill's level is where its owner stands now). Without a named skill there is nothing to coach, so that missing fact forbids;
/// an unknown level or job does not.
/// </summary>
public sealed class Coach : RelationshipType
{
    private const int MostSteps = 3;

    private static readonly Unfit NoSkillNamed = new("coach-no-skill-named", "coach.wanted-skill", "coach.wanted-skill-giver"), NotAbove = new("coach-not-above", "coach.wanted-above", "coach.wanted-above-giver"),
        OtherJob = new("coach-other-job", "coach.wanted-job", "coach.wanted-job-giver");

    public override string Key => "coach";

    public override Role SeekerRole { get; } = new("coachee", "coach.role-coachee")
    {
        CardWords = ["coach.coachee-well", "coach.coachee-hard", "coach.coachee-listen"],
        ReflectionWords = ("coach.coachee-takeaway", "coach.coachee-given", "coach.coachee-action"),
    };

    public override Role GiverRole { get; } = new("coach", "coach.role-coach")
    {
        CardWords = ["coach.coach-well", "coach.coach-hard", "coach.coach-listen", "coach.coach-learn"],
        ReflectionWords = ("coach.coach-takeaway", "coach.coach-given", "coach.coach-action"),
    };

    public override string InOneLine => Texts.Plain("coach.in-one-line");

    public override string ConversationName => Texts.Plain("coach.conversation-name");

    public override string SoughtLabel => Texts.Plain("coach.sought");

    public override string OfferedLabel => Texts.Plain("coach.offered");

    public override bool RestsOnSkills => true;

    /// <summary>A short series, with time to practise in between.</summary>
    public override SeriesPlan Series { get; } = new(3, 2);

    public override string KeyQuestion => Texts.Plain("coach.key-question");

    public override string HowToTalk => Texts.Plain("coach.how-to-talk");

    public override IReadOnlyList<OpeningQuestion> OpeningQuestions { get; } =
    [
        new("coach.notice-better", GoalTopics.Skill),
        new("coach.went-well"),
        new("coach.just-before"),
        new("coach.step-by-step", GoalTopics.Skill),
        new("coach.tried-already"),
        new("coach.good-next-time"),
        new("coach.practise-now", GoalTopics.Skill),
        new("coach.seen-in-others"),
        new("coach.why-now", GoalTopics.Career),
        new("coach.twice-the-time", GoalTopics.Decision),
        new("coach.smallest-change", GoalTopics.Start),
        new("coach.whose-feedback", GoalTopics.Visibility),
        new("coach.yours-to-move", GoalTopics.Conflict),
        new("coach.know-it-worked"),
        new("coach.other-side", GoalTopics.Conflict),
        new("coach.first-try", GoalTopics.Start),
        new("coach.in-the-room", GoalTopics.Visibility),
        new("coach.what-to-leave", GoalTopics.Decision),
    ];

    public override RequestTexts Request { get; } = new("coach.request-goal", "coach.request-no-goal", "coach.request-question", "coach.request-in-return");

    public override string Closing => Texts.Plain("coach.closing");

    public override Unfit? Forbids(Candidate seeker, Candidate giver)
    {
        if (seeker.SkillsWanted.Count == 0) return NoSkillNamed;
        if (!BestSkill(seeker, giver).Exists) return NotAbove;

        return Jobs.AreNeighbours(seeker, giver) ? null : OtherJob;
    }

    /// <summary>Two steps are best: near enough to remember how it was, far enough to have something to show.</summary>
    public override int ExperienceFit(Candidate seeker, Candidate giver) => BestSkill(seeker, giver) switch
    {
        (false, _) => 0,
        (_, null) => 50,
        (_, 2) => 100,
        (_, 1) => 80,
        _ => 70,
    };

    public override string? ExperienceReason(Candidate seeker, Candidate giver) => Jobs.SameWords(seeker.Department, giver.Department)
        ? Texts.Plain("coach.same-department", ("seeker", seeker.Name), ("giver", giver.Name), ("department", giver.Department))
        : null;

    /// <summary>The steps of the best skill that fits (null: levels unknown), and whether any does.</summary>
    private static (bool Exists, int? Steps) BestSkill(Candidate seeker, Candidate giver)
    {
        (bool Exists, int? Steps) best = default;
        for (var w = 0; w < seeker.SkillsWanted.Count; w++)
        {
            var wanted = seeker.SkillsWanted[w];
            for (var o = 0; o < giver.SkillsOffered.Count; o++)
            {
                var offered = giver.SkillsOffered[o];
                if (!Jobs.SameWords(wanted.Name, offered.Name)) continue;

                int? steps = wanted.Level > 0 && offered.Level > 0 ? offered.Level - wanted.Level : null;
                if (steps is < 1 or > MostSteps) continue;

                if (!best.Exists || Rank(steps) > Rank(best.Steps)) best = (true, steps);
            }
        }

        return best;
    }

    private static int Rank(int? steps) => steps switch { 2 => 4, 1 => 3, 3 => 2, _ => 1 };
}
