using PairingBot.Domain.People;

namespace PairingBot.Domain.Tests.People;

public sealed class SkillListTests
{
    [Theory]
    [InlineData("facilitation 4")]
    [InlineData("  Facilitation   4 ")]
    [InlineData("facilitation: 4")]
    [InlineData("facilitation:4")]
    [InlineData("facilitation = 4")]
    [InlineData("facilitation\t4")]
    [InlineData("facilitation\u00A04")]
    public void A_skill_is_a_name_and_a_level_however_they_stand_together(string typed) =>
        Assert.Equal(new Skill("facilitation", 4, SkillSide.Offered), Assert.Single(Read(typed)));

    [Theory]
    [InlineData("sql 5\npublic speaking 2")]
    [InlineData("sql 5, public speaking 2")]
    [InlineData("sql 5; public speaking 2;")]
    [InlineData("\r\nsql 5\r\n\r\nPublic  Speaking 2\r\n")]
    public void Skills_stand_on_lines_or_between_commas(string typed) =>
        Assert.Equal([("sql", 5), ("public speaking", 2)], Read(typed).Select(skill => (skill.Name, skill.Level)));

    [Fact]
    public void Named_twice_the_first_counts() => Assert.Equal(4, Assert.Single(Read("writing 4, Writing 2")).Level);

    [Fact]
    public void Nothing_written_is_no_skill() => Assert.Empty(Read(" \n "));

    [Theory]
    [InlineData("facilitation")]
    [InlineData("facilitation 0")]
    [InlineData("facilitation 6")]
    [InlineData("facilitation high")]
    [InlineData("facilitation 4.5")]
    [InlineData("4")]
    [InlineData(" 4")]
    public void Without_a_level_it_says_how_to_write_one(string typed)
    {
        var (skills, fault) = SkillList.Read(typed, SkillSide.Wanted);
        Assert.Empty(skills);
        Assert.Equal($"Add a level from 1 to 5 after \"{typed.Trim()}\", like this: facilitation 4", fault);
    }

    [Fact]
    public void A_name_of_sixty_letters_is_a_skill_and_a_longer_one_is_not()
    {
        Assert.Single(Read(new string('x', 60) + " 3"));
        Assert.Contains("a little long", SkillList.Read(new string('x', 61) + " 3", SkillSide.Offered).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_skills_are_enough()
    {
        Assert.Equal(20, Read(Many(20)).Count);
        Assert.Contains("more than 20", SkillList.Read(Many(21), SkillSide.Offered).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_out_is_read_back()
    {
        var skills = Read("writing 2\nsql 5\nfeedback 5");
        Assert.Equal("feedback 5\nsql 5\nwriting 2", SkillList.Write(skills, SkillSide.Offered));
        Assert.Equal(skills.Count, Read(SkillList.Write(skills, SkillSide.Offered)).Intersect(skills).Count());
    }

    [Fact]
    public void Each_side_is_written_apart() =>
        Assert.Equal("sql 5", SkillList.Write([new Skill("sql", 5, SkillSide.Offered), new Skill("writing", 1, SkillSide.Wanted)], SkillSide.Offered));

    private static IReadOnlyList<Skill> Read(string typed)
    {
        var (skills, fault) = SkillList.Read(typed, SkillSide.Offered);
        Assert.Null(fault);
        return skills;
    }

    private static string Many(int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => $"skill number {number} 3"));
}
