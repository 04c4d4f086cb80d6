using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Programs;

public sealed class SettingsFormTests
{
    private static readonly PairingProgram Program = Sample.Program();

    private static readonly Profile Told = new()
    {
        Goal = "Learn to say no", Level = 3, YearsOfExperience = 8, Department = "Design", Location = "Porto", WorkFrom = new TimeOnly(8, 30), WorkTo = new TimeOnly(16, 0),
    };

    private static readonly Skill[] Skills = [new("sql", 5, SkillSide.Offered), new("public speaking", 2, SkillSide.Wanted)];

    [Fact]
    public void Sent_as_it_was_opened_it_changes_nothing()
    {
        var ana = Somebody.Called("Ana", profile: Told, skills: Skills);
        var participant = Sample.Participant(everyRounds: 2, seeks: ["mentor", "peer"], offers: ["coach"], capacity: 4);

        var draft = SettingsForm.Read(Forms.AsOpened(SettingsForm.Open(ana, participant, Program, ["UBEN"], "UEVA")), Program).Draft!;

        Assert.Equal(Told, draft.Profile);
        Assert.Equal(Skills, draft.Skills);
        Assert.Equal(["mentor", "peer"], draft.Seeks.Order());
        Assert.Equal(("coach", 4, 2, "UEVA", "UBEN"), (draft.Offers.Single(), draft.Capacity, draft.EveryRounds, draft.Manager, draft.DoNotMatch.Single()));
    }

    [Fact]
    public void A_newcomer_can_save_without_saying_anything()
    {
        var (draft, faults) = SettingsForm.Read(Forms.AsOpened(SettingsForm.Open(Somebody.Called("Ana"), Sample.Participant(), Program, [], null)), Program);
        Assert.Empty(faults);
        Assert.Equal(Profile.Blank, draft!.Profile);
        Assert.Equal(("peer", 1, 1, null), (draft.Seeks.Single(), draft.Capacity, draft.EveryRounds, draft.Manager));
    }

    [Theory]
    [InlineData("seeks", "", "seeks")]
    [InlineData("seeks", "astrologer", "seeks")]
    [InlineData("skills-offered", "facilitation", "skills-offered")]
    [InlineData("skills-wanted", "public speaking 9", "skills-wanted")]
    [InlineData("years", "-1", "years")]
    [InlineData("years", "71", "years")]
    [InlineData("years", "about ten", "years")]
    [InlineData("capacity", "0", "capacity")]
    [InlineData("capacity", "6", "capacity")]
    [InlineData("capacity", "as many as come", "capacity")]
    [InlineData("work-to", "07:00", "work-to")]
    [InlineData("work-to", "09:00", "work-to")] // an empty day
    public void A_fault_stands_at_its_field_and_says_what_to_do(string key, string typed, string at)
    {
        var (draft, faults) = SettingsForm.Read(Blank().With(key, typed.Length > 0 ? [typed] : []), Program);
        Assert.Null(draft);
        Assert.Matches("(\\.|facilitation 4)$", faults[at]); // a sentence, or an example
        Assert.Equal([at], faults.Keys);
    }

    [Fact]
    public void A_goal_has_its_length()
    {
        Assert.Empty(SettingsForm.Read(Blank().With("goal", new string('g', 300)), Program).Faults);
        Assert.Equal(["goal"], SettingsForm.Read(Blank().With("goal", new string('g', 301)), Program).Faults.Keys);
    }

    [Fact]
    public void There_is_one_manager() => Assert.Equal(["manager"], SettingsForm.Read(Blank().With("manager", "UBEN", "UEVA"), Program).Faults.Keys);

    [Fact]
    public void All_faults_are_shown_at_once() =>
        Assert.Equal(["seeks", "work-to", "years"], SettingsForm.Read(Blank().With("seeks").With("years", "x").With("work-to", "01:00"), Program).Faults.Keys.Order());

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("4", 4)]
    [InlineData("3", 1)] // not on offer
    [InlineData("99", 1)]
    public void A_rhythm_is_one_of_those_on_offer(string chosen, int every) => Assert.Equal(every, SettingsForm.Read(Blank().With("rhythm", chosen), Program).Draft!.EveryRounds);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("5", 5)]
    [InlineData(null, 1)] // a form that a version without the question had opened
    public void A_giver_says_how_many_at_a_time(string? chosen, int capacity) =>
        Assert.Equal(capacity, SettingsForm.Read(Blank().With("offers", "mentor").With("capacity", chosen is null ? [] : [chosen]), Program).Draft!.Capacity);

    [Fact]
    public void What_the_program_does_not_offer_is_neither_shown_nor_taken()
    {
        var program = Sample.Program(types: ["peer", "mentor"]);
        var form = SettingsForm.Open(Somebody.Called("Ana"), Sample.Participant(seeks: ["peer", "coach"], offers: ["sponsor"]), program, [], null);
        Assert.Equal(["peer", "mentor"], form.Pieces.OfType<AnyOf>().First().Options.Select(option => option.Value));
        var draft = SettingsForm.Read(Blank().With("seeks", "peer", "coach").With("offers", "sponsor"), program).Draft!;
        Assert.Equal(("peer", 0), (draft.Seeks.Single(), draft.Offers.Count));
    }

    [Fact]
    public void Where_all_are_peers_nobody_is_asked_what_they_offer_or_to_how_many()
    {
        var pieces = SettingsForm.Open(Somebody.Called("Ana"), Sample.Participant(), Sample.Program(types: ["peer"]), [], null).Pieces;
        Assert.Single(pieces.OfType<AnyOf>());
        Assert.DoesNotContain(pieces.OfType<FormField>(), field => field.Key == "capacity");
    }

    private static FormAnswers Blank() => Forms.AsOpened(SettingsForm.Open(Somebody.Called("Ana"), Sample.Participant(), Program, [], null));
}
