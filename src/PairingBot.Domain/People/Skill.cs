namespace PairingBot.Domain.People;

/// <summary>A skill that somebody can share or wants to grow. The name is normalized; the level goes from 1 (first steps) to 5 (others learn from me).</summary>
public sealed record Skill(string Name, int Level, SkillSide Side);

public enum SkillSide
{
    Offered,
    Wanted,
}
