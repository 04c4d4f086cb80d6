using PairingBot.Domain.Rounds;

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

    public override string Key => "sponsor";

    public override Role SeekerRole { get; } = new("protege", "Protégé");

    public override Role GiverRole { get; } = new("sponsor", "Sponsor");

    public override string InOneLine => "Someone of influence who stands up for what you two accomplish together.";

    public override string ConversationName => "A sponsoring conversation";

    public override string SoughtLabel => "a sponsor";

    public override string OfferedLabel => "a sponsor";

    public override bool NeedsBothYes => true;

    /// <summary>What two accomplish together takes its time.</summary>
    public override SeriesPlan Series { get; } = new(6, 4);

    public override string KeyQuestion => "How can we accomplish things together that will advance both of our careers?";

    public override string HowToTalk =>
        "Be plain about what each of you wants. The sponsor may say what to do; together you pick one thing to accomplish.";

    public override IReadOnlyList<string> OpeningQuestions { get; } =
    [
        "What could the two of us get done that neither would alone?",
        "What do you want to be known for here, and by whom?",
        "Which piece of your work deserves to be seen, and who should see it?",
        "What is high on your own list this year, and how could I help with it?",
        "What room would you like to be in, and why that one?",
        "Which decision is coming up in which your work could matter?",
        "What would I need to see to put my name behind this?",
        "What worries you about being visible, and how can I make that easier?",
        "Who else should know about this, and what should they hear first?",
        "What are you ready to take on that nobody has asked you to do?",
        "How will we both notice that this has helped?",
        "What would make this worth your time as much as mine?",
        "What do you see from where you sit that I do not?",
        "Which one thing shall we pick, and what is its first step?",
    ];

    public override Unfit? Forbids(Candidate seeker, Candidate giver)
    {
        if (giver.Level is not >= Influence || giver.Level - seeker.Level < LeastLevels)
        {
            return new Unfit("sponsor-not-senior", "is a lead or above, and two levels ahead of you",
                "is two levels behind you (a sponsor is a lead or above; your level must be known)");
        }

        return IsClose(seeker, giver) ? null : new Unfit("sponsor-other-field", "has that influence close to your field: your department, or a skill you share",
            "looks for a sponsor close to your field: your department, or a skill you share");
    }

    public override int ExperienceFit(Candidate seeker, Candidate giver) =>
        giver.Level - seeker.Level is { } levels ? Experience.Around(levels, 2, 3, 30) : 50;

    public override string? ExperienceReason(Candidate seeker, Candidate giver)
    {
        if (Jobs.SameWords(seeker.Department, giver.Department)) return $"{giver.Name} is a senior voice in {giver.Department}, where {seeker.Name} works too.";

        return SharedSkill(seeker, giver) is { } skill ? $"{seeker.Name} and {giver.Name} have both named {skill}, and {giver.Name} is a senior voice here." : null;
    }

    private static bool IsClose(Candidate seeker, Candidate giver) =>
        string.IsNullOrWhiteSpace(seeker.Department) || string.IsNullOrWhiteSpace(giver.Department)
        || Jobs.SameWords(seeker.Department, giver.Department) || SharedSkill(seeker, giver) is not null;

    private static string? SharedSkill(Candidate seeker, Candidate giver)
    {
        foreach (var skill in seeker.SkillsOffered.Concat(seeker.SkillsWanted))
        {
            foreach (var other in giver.SkillsOffered)
            {
                if (Jobs.SameWords(skill.Name, other.Name)) return skill.Name;
            }
        }

        return null;
    }
}
