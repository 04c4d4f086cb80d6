using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Tests.Matchmaking;

namespace PairingBot.Domain.Tests.Relationships;

public sealed class RelationshipRulesTests
{
    [Theory]
    [InlineData(2, 3, 4, 12, null)]
    [InlineData(2, 3, 3, 8, null)]
    [InlineData(2, 3, 3, 7, "mentor-not-ahead")]
    [InlineData(2, 10, 4, 6, null)] // two levels are enough, whatever the years
    [InlineData(3, 3, 3, 20, "mentor-not-ahead")]
    [InlineData(4, 12, 2, 3, "mentor-not-ahead")]
    [InlineData(1, 1, 6, 20, "mentor-too-far-ahead")]
    [InlineData(2, 1, 5, 27, "mentor-too-far-ahead")]
    [InlineData(null, 3, 4, 8, null)]
    [InlineData(null, 3, 4, 7, "mentor-not-ahead")]
    [InlineData(2, null, 3, 8, null)]
    [InlineData(null, null, null, null, null)]
    public void A_mentor_is_clearly_ahead_but_in_sight(int? level, int? years, int? mentorLevel, int? mentorYears, string? forbidden)
    {
        var unfit = new Mentor().Forbids(
            Some.Person(1) with { Level = level, YearsOfExperience = years },
            Some.Person(2) with { Level = mentorLevel, YearsOfExperience = mentorYears });
        Assert.Equal(forbidden, unfit?.Key);
    }

    [Theory]
    [InlineData(2, 3, null)]
    [InlineData(2, 5, null)]
    [InlineData(1, 5, "coach-not-above")]
    [InlineData(3, 3, "coach-not-above")]
    [InlineData(4, 2, "coach-not-above")]
    public void A_coach_is_one_to_three_steps_above_in_a_named_skill(int own, int coach, string? forbidden)
    {
        var unfit = new Coach().Forbids(
            Some.Person(1) with { SkillsWanted = Some.Skills("facilitation", own) },
            Some.Person(2) with { SkillsOffered = Some.Skills("Facilitation", coach) });
        Assert.Equal(forbidden, unfit?.Key);
    }

    [Fact]
    public void Without_a_named_skill_there_is_nothing_to_coach() =>
        Assert.Equal("coach-no-skill-named", new Coach().Forbids(Some.Person(1), Some.Person(2) with { SkillsOffered = Some.Skills("sql", 5) })?.Key);

    [Theory]
    [InlineData("Engineering", "Designer", "Design", "Developer", null)]
    [InlineData("Engineering", "Developer", "Finance", "Controller", "coach-other-job")]
    [InlineData("Engineering", "Data Analyst", "Finance", "Senior Data Manager", null)] // the same trade
    [InlineData("Engineering", "Developer", "Dragons", "Tamer", null)] // unknown departments are nobody's strangers
    [InlineData("Engineering", "Developer", null, null, null)]
    public void A_coach_has_the_same_or_a_neighbouring_job(string department, string title, string? coachDepartment, string? coachTitle, string? forbidden)
    {
        var unfit = new Coach().Forbids(
            Some.Person(1) with { SkillsWanted = Some.Skills("sql", 1), Department = department, Title = title },
            Some.Person(2) with { SkillsOffered = Some.Skills("sql", 3), Department = coachDepartment, Title = coachTitle });
        Assert.Equal(forbidden, unfit?.Key);
    }

    [Theory]
    [InlineData(2, 4, "Sales", "Sales", null)]
    [InlineData(2, 4, "Sales", "Finance", "sponsor-other-field")]
    [InlineData(2, 4, null, "Finance", null)]
    [InlineData(1, 3, "Sales", "Sales", "sponsor-not-senior")]
    [InlineData(4, 5, "Sales", "Sales", "sponsor-not-senior")]
    [InlineData(2, null, "Sales", "Sales", "sponsor-not-senior")]
    [InlineData(null, 4, "Sales", "Sales", null)]
    public void A_sponsor_has_influence_close_to_the_field(int? level, int? sponsorLevel, string? department, string? sponsorDepartment, string? forbidden)
    {
        var unfit = new Sponsor().Forbids(
            Some.Person(1) with { Level = level, Department = department },
            Some.Person(2) with { Level = sponsorLevel, Department = sponsorDepartment });
        Assert.Equal(forbidden, unfit?.Key);
    }

    [Fact]
    public void A_shared_skill_brings_a_sponsor_of_another_department_close() => Assert.Null(new Sponsor().Forbids(
        Some.Person(1) with { Level = 2, Department = "Sales", SkillsWanted = Some.Skills("negotiation", 2) },
        Some.Person(2) with { Level = 5, Department = "Finance", SkillsOffered = Some.Skills("negotiation", 4) }));

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 4, true)]
    [InlineData(4, 2, false)]
    [InlineData(null, 6, true)]
    [InlineData(null, null, true)]
    public void Peers_are_at_about_the_same_level(int? one, int? other, bool fits)
    {
        var (here, there) = (Some.Person(1) with { Level = one }, Some.Person(2) with { Level = other });
        Assert.Equal(fits, new Peer().Forbids(here, there) is null);
        Assert.Equal(fits, new Peer().Forbids(there, here) is null);
    }

    [Fact]
    public void The_catalogue_keeps_its_stored_keys_for_ever()
    {
        Assert.Equal(["peer", "mentor", "coach", "sponsor"], RelationshipCatalog.All.Select(type => type.Key));
        Assert.Equal(
            ["peer", "peer", "mentee", "mentor", "coachee", "coach", "protege", "sponsor"],
            RelationshipCatalog.All.SelectMany(type => new[] { type.SeekerRole.Key, type.GiverRole.Key }));
        Assert.Same(RelationshipCatalog.All[1], RelationshipCatalog.Find("mentor"));
        Assert.Null(RelationshipCatalog.Find("unheard-of"));
    }

    [Fact]
    public void Every_type_opens_with_a_dozen_different_open_questions()
    {
        foreach (var type in RelationshipCatalog.All)
        {
            Assert.True(type.OpeningQuestions.Select(question => question.Text).Distinct().Count() >= 12);
            Assert.All(type.OpeningQuestions, question => Assert.Matches(@"^(What|How|Why|Where|When|Which|Who|Whose)\b.*\?$", question.Text));
            Assert.All([type.InOneLine, type.KeyQuestion, type.HowToTalk], text => Assert.InRange(text.Length, 20, 150));
        }
    }

    [Fact]
    public void A_reason_from_experience_is_given_only_where_it_is_known()
    {
        Candidate seeker = Some.Person(1, "Ben") with { YearsOfExperience = 4 }, giver = Some.Person(2, "Ana") with { YearsOfExperience = 12 };
        Assert.Equal("Ana has eight years more experience than Ben.", new Mentor().ExperienceReason(seeker, giver));
        Assert.Null(new Mentor().ExperienceReason(seeker, Some.Person(2)));
    }
}
