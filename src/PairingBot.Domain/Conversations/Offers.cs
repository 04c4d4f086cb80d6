using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Conversations;

/// <summary>What one person has that another is looking for, by the words that both wrote: the same reading as in a round.</summary>
public static class Offers
{
    /// <summary>The skill of the giver that the seeker's goal names; else one that the seeker wants to learn; null when there is none.</summary>
    public static string? SkillFor(Person seeker, Person giver, string? goal) => Named(goal, giver) ?? Wanted(seeker, giver);

    /// <summary>A skill of the person that the other wants to learn, else the one that they know best; null when they have named none.</summary>
    public static string? InReturn(Person person, Person other) => Wanted(other, person) ?? Offered(person).OrderByDescending(skill => skill.Level).FirstOrDefault()?.Name;

    /// <summary>"Your goal is “run better meetings”, and Ana offers facilitation.": to the one who seeks alone. Null where the goal names nothing that the giver offers.</summary>
    public static string? Reason(Person giver, string? goal) =>
        Named(goal, giver) is { } skill ? Texts.Plain("requests.reason", ("goal", goal!.Trim().TrimEnd('.')), ("giver", giver.ShortName), ("skill", skill)) : null;

    private static string? Named(string? goal, Person giver)
    {
        var words = new Vocabulary();
        var aim = words.Read(goal);
        return Offered(giver).FirstOrDefault(skill => aim.Names(words.Read(skill.Name)))?.Name;
    }

    private static string? Wanted(Person seeker, Person giver)
    {
        var words = new Vocabulary();
        return Offered(giver).FirstOrDefault(skill => seeker.Skills.Any(wanted => wanted.Side == SkillSide.Wanted && words.Read(wanted.Name).IsSameSkillAs(words.Read(skill.Name))))?.Name;
    }

    private static IEnumerable<Skill> Offered(Person person) => person.Skills.Where(skill => skill.Side == SkillSide.Offered);
}
