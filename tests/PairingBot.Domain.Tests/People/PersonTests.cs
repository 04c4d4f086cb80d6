using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.People;

public sealed class PersonTests
{
    [Fact]
    public void What_the_directory_leaves_out_or_spells_wrong_is_kept_as_it_was()
    {
        var person = Somebody.Called("Ana Lima", "Europe/Lisbon");
        person.Listed(Entry("") with { TimeZone = "Mars/Olympus", Locale = null });
        Assert.Equal(("Ana Lima", "Europe/Lisbon"), (person.Name, person.TimeZone));
    }

    [Fact]
    public void What_a_person_said_of_themselves_survives_the_directory()
    {
        var person = Somebody.Called("Ana", profile: new Profile { Goal = "Learn to say no" }, skills: [new Skill("sql", 4, SkillSide.Offered)]);
        person.Listed(Entry("Ana Lima-Santos"));
        Assert.Equal(("Ana Lima-Santos", "Learn to say no", 1), (person.Name, person.Profile.Goal, person.Skills.Count));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void Admins_and_owners_may_run_the_programs(bool admin, bool owner, bool may)
    {
        var person = Somebody.Called("Ana");
        person.Listed(Entry("Ana") with { IsAdmin = admin, IsOwner = owner });
        Assert.Equal(may, person.IsAdmin);
    }

    [Theory]
    [InlineData("Ana Lima", "Ana")]
    [InlineData("  Ana ", "Ana")]
    [InlineData("山田太郎", "山田太郎")]
    [InlineData("", "your colleague")]
    public void Texts_call_a_person_by_the_first_name(string name, string called) => Assert.Equal(called, Somebody.Called(name).ShortName);

    [Fact]
    public void Nobody_is_their_own_manager()
    {
        var person = Somebody.Called("Ana");
        person.Describe(Profile.Blank, [], person.Id);
        Assert.Null(person.ManagerId);
    }

    [Fact]
    public void An_empty_goal_takes_the_old_one_away()
    {
        var person = Somebody.Called("Ana");
        person.AimAt("Learn to say no", Sample.Now);
        person.AimAt("", Sample.Now);
        Assert.Equal((null, null), (person.Profile.Goal, person.Profile.GoalSetAt));
    }

    private static DirectoryPerson Entry(string name) => new("UANA", name, null, null, null, false, false, DirectoryStanding.Member);
}
