using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Asks;

/// <summary>What a conversation that somebody asked for would be: coaching where a skill is at stake that the other has more of, mentoring where the other is clearly further along, else among peers.</summary>
public static class AskFit
{
    private const string Coach = "coach", Mentor = "mentor", Peer = "peer";

    public static RelationshipType TypeFor(PairingProgram program, Person seeker, Person giver, SkillFact? skill, DateTimeOffset now)
    {
        var (one, other) = (Facts(seeker, now), Facts(giver, now));
        if (skill is not null && Offered(program, Coach) is { } coach)
        {
            var own = one.SkillsOffered.Concat(one.SkillsWanted).FirstOrDefault(known => known.Name == skill.Name)?.Level ?? 0;
            if (coach.Forbids(one with { SkillsWanted = [skill with { Level = own }] }, other) is null) return coach;
        }

        var mentor = Offered(program, Mentor);
        return mentor is not null && mentor.Forbids(one, other) is null && mentor.ExperienceReason(one, other) is not null ? mentor : RelationshipCatalog.Find(Peer)!;
    }

    /// <summary>As a plan would have it. The reasons say nothing of what the seeker is stuck on: that stands in their request alone.</summary>
    public static PlannedPairing Plan(RelationshipType type, Person seeker, Person giver, SkillFact? skill, DateTimeOffset now)
    {
        List<string> reasons = [Texts.Plain("asks.why", ("seeker", seeker.ShortName), ("giver", giver.ShortName))];
        if (skill is not null) reasons.Add(Texts.Plain("asks.why.skill", ("giver", giver.ShortName), ("skill", skill.Name)));
        if (type.ExperienceReason(Facts(seeker, now), Facts(giver, now)) is { } experience) reasons.Add(experience);
        return new PlannedPairing(type.Key, [new PlannedMember(seeker.Id, type.SeekerRole.Key), new PlannedMember(giver.Id, type.GiverRole.Key)], reasons, 0);
    }

    /// <summary>The skill of theirs that is at stake; null where it is their title or department.</summary>
    public static SkillFact? SkillFor(string topic, Person seeker, Person giver) => TopicFinder.Rank(topic, seeker.Id, [Knower(giver)]) is [var insight, ..] ? insight.Skill : null;

    public static Knower Knower(Person person) => new(person.Id, person.ShortName, person.Title, person.Department, SkillList.Facts(person.Skills, SkillSide.Offered));

    private static RelationshipType? Offered(PairingProgram program, string key) => program.RelationshipTypes.Contains(key) ? RelationshipCatalog.Find(key) : null;

    private static Candidate Facts(Person person, DateTimeOffset now) => new()
    {
        PersonId = person.Id,
        Name = person.ShortName,
        Level = person.Level,
        YearsOfExperience = person.YearsOfExperience(now),
        Department = person.Department,
        Location = person.Profile.Location,
        Title = person.Title,
        SkillsOffered = SkillList.Facts(person.Skills, SkillSide.Offered),
        SkillsWanted = SkillList.Facts(person.Skills, SkillSide.Wanted),
    };
}
