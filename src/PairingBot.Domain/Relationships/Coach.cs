using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Somebody clearly stronger in one skill that the coachee has named, in the same or a neighbouring job: one to three steps above where the coachee is
/// today (a wanted skill's level is where its owner stands now). Without a named skill there is nothing to coach, so that missing fact forbids;
/// an unknown level or job does not.
/// </summary>
public sealed class Coach : RelationshipType
{
    private const int MostSteps = 3;

    public override string Key => "coach";

    public override Role SeekerRole { get; } = new("coachee", "Coachee");

    public override Role GiverRole { get; } = new("coach", "Coach");

    public override string InOneLine => "Someone clearly stronger in the one skill you want to practise.";

    public override string ConversationName => "A coaching conversation";

    public override string SoughtLabel => "a coach";

    public override string OfferedLabel => "a coach";

    public override bool RestsOnSkills => true;

    /// <summary>A short series, with time to practise in between.</summary>
    public override SeriesPlan Series { get; } = new(3, 2);

    public override string KeyQuestion => "How can you improve your performance?";

    public override string HowToTalk =>
        "The coach leads, with questions and practice; keep to one skill, and to the work that is on the table now.";

    public override IReadOnlyList<string> OpeningQuestions { get; } =
    [
        "What would you like to do better, and how would you notice that you do?",
        "When did this go well last time, and what was different then?",
        "What happens just before it gets difficult?",
        "How do you go about it today, step by step?",
        "What have you tried already, and what came of it?",
        "What would good look like in your next piece of work?",
        "Which part of it could we practise right now?",
        "What do you see others do that you would like to be able to do?",
        "What makes this matter to you just now?",
        "How would you do it if you had twice the time, and how with half of it?",
        "What is the smallest thing you could change this week?",
        "Whose feedback would help you, and what would you ask them?",
        "What gets in the way, and which part of that is yours to move?",
        "How shall we know next time that it worked?",
    ];

    public override Unfit? Forbids(Candidate seeker, Candidate giver)
    {
        if (seeker.SkillsWanted.Count == 0)
        {
            return new Unfit("coach-no-skill-named", "could be your coach before you name a skill that you want to get better at",
                "has named a skill that they want to get better at");
        }

        if (!BestSkill(seeker, giver).Exists)
        {
            return new Unfit("coach-not-above", "is one to three steps above you in a skill that you want to get better at",
                "is one to three steps below you in a skill that you offer, and wants to get better at it");
        }

        return Jobs.AreNeighbours(seeker, giver) ? null : new Unfit("coach-other-job", "is good at your skill in a job close to yours",
            "wants your skill in a job close to yours");
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
        ? $"{seeker.Name} and {giver.Name} both work in {giver.Department}: they can practise on real work."
        : null;

    /// <summary>The steps of the best skill that fits (null: levels unknown), and whether any does.</summary>
    private static (bool Exists, int? Steps) BestSkill(Candidate seeker, Candidate giver)
    {
        (bool Exists, int? Steps) best = default;
        foreach (var wanted in seeker.SkillsWanted)
        {
            foreach (var offered in giver.SkillsOffered)
            {
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
