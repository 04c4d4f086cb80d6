using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Asks;

/// <summary>A request to begin with: where the seeker stands, one question, half an hour, what they can offer back, and an easy no. It is theirs to change.</summary>
public static class AskDraft
{
    public static string Of(Person seeker, Person giver, string topic, string? skill) => Texts.Plain(
        "asks.draft",
        ("giver", giver.ShortName),
        ("topic", topic.Trim().TrimEnd('.')),
        ("has", skill is null ? "nothing" : "skill"),
        ("skill", skill),
        ("gives", OwnSkill(seeker) is null ? "nothing" : "skill"),
        ("own", OwnSkill(seeker)));

    private static string? OwnSkill(Person seeker) => seeker.Skills.Where(skill => skill.Side == SkillSide.Offered).OrderByDescending(skill => skill.Level).ThenBy(skill => skill.Name, StringComparer.Ordinal).FirstOrDefault()?.Name;
}
