using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.People;

public sealed class ExperienceTests
{
    [Theory]
    [InlineData("Senior Software Engineer", 3)]
    [InlineData("Sr. Data Analyst", 3)]
    [InlineData("Tech Lead", 4)]
    [InlineData("Team Leader Support", 4)]
    [InlineData("Principal Engineer", 4)]
    [InlineData("Head of Design", 5)]
    [InlineData("Senior Director, Sales", 5)]
    [InlineData("VP Marketing", 6)]
    [InlineData("Vice-President", 6)]
    [InlineData("Chief Financial Officer", 6)]
    [InlineData("co-founder & CTO", 6)]
    [InlineData("Junior Designer", 1)]
    [InlineData("Werkstudentin", 1)]
    [InlineData("Software Engineer", null)]
    [InlineData("Account Executive", null)]
    [InlineData("Lead Generation Specialist", null)]
    [InlineData("Assistant to the CEO", null)]
    [InlineData("Senior Assistant to the CEO", 3)]
    [InlineData("Chief of Staff", null)]
    [InlineData("Leadership Trainer", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_title_says_a_level_or_nothing(string? title, int? level) => Assert.Equal(level, TitleLevels.Read(title));

    [Theory]
    [InlineData(2, 5, "Head of Design", 2, FactSource.Own)]
    [InlineData(null, 5, "Senior Designer", 5, FactSource.Directory)]
    [InlineData(null, null, "Senior Designer", 3, FactSource.Title)]
    [InlineData(null, null, "Designer", null, FactSource.Title)]
    public void Ones_own_word_goes_before_the_directorys_and_that_before_the_title(int? own, int? listed, string title, int? level, FactSource source)
    {
        var ana = Somebody.Called("Ana", profile: new Profile { Level = own });
        ana.Listed(new DirectoryPerson(ana.ExternalId, "Ana", title, null, null, false, false, DirectoryStanding.Member) { Facts = new DirectoryFacts(Level: listed) });
        Assert.Equal((level, source), (ana.Level, ana.LevelSource));
    }

    [Theory]
    [InlineData("nursing, teaching", "nursing, teaching")]
    [InlineData(" nursing ;\nteaching,, Nursing", "nursing, teaching")]
    [InlineData("  ", null)]
    public void Tags_are_kept_as_one_line(string typed, string? kept) => Assert.Equal((kept, null), TagList.Read(typed));

    [Fact]
    public void Too_many_or_too_long_tags_are_said_so()
    {
        Assert.NotNull(TagList.Read(string.Join(',', Enumerable.Range(0, 11))).Fault);
        Assert.NotNull(TagList.Read(new string('n', 41)).Fault);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, true)]
    [InlineData(1, 3, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, true)]
    [InlineData(2, 5, false)]
    public void A_goal_counts_for_two_of_its_owners_rounds(int every, int round, bool counts)
    {
        var calendar = new GoalCalendar([.. Enumerable.Range(-9, 15).Select(number => new RoundOpening(number, Sample.Now.AddDays(7 * number)))]);
        var profile = new Profile { Goal = "say no", GoalSetAt = Sample.Now.AddDays(3) }; // after round 0 and before round 1
        Assert.Equal(counts, calendar.Fresh(profile, every, round) is not null);
    }

    [Fact]
    public void Where_no_two_rounds_have_been_every_goal_counts()
    {
        var profile = new Profile { Goal = "say no" };
        Assert.Equal("say no", new GoalCalendar([]).Fresh(profile, 1, 1));
        Assert.Null(new GoalCalendar([new RoundOpening(1, Sample.Now)]).Fresh(profile, 1, 3)); // nobody knows how old
        Assert.Null(new GoalCalendar([]).Fresh(Profile.Blank, 1, 1));
    }
}
