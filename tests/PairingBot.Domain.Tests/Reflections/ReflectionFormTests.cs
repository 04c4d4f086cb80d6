using PairingBot.Domain.Chat;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Reflections;

public sealed class ReflectionFormTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void One_answer_is_enough()
    {
        var (answers, faults) = ReflectionForm.Read(Filled(("takeaway", " Ask earlier. ")), [], Today);
        Assert.Empty(faults);
        Assert.Equal(("Ask earlier.", "", "", null), (answers!.Takeaway, answers.Given, answers.Action, answers.ActionOn));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    public void Nothing_taken_away_is_asked_for_again(string typed) => Assert.Equal(["takeaway"], ReflectionForm.Read(Filled(("takeaway", typed)), [], Today).Faults.Keys);

    [Theory]
    [InlineData("takeaway")]
    [InlineData("given")]
    [InlineData("action")]
    public void An_answer_has_its_length(string key)
    {
        Assert.Empty(ReflectionForm.Read(Filled(("takeaway", "x"), (key, new string('y', 2000))), [], Today).Faults);
        Assert.Equal([key], ReflectionForm.Read(Filled(("takeaway", "x"), (key, new string('y', 2001))), [], Today).Faults.Keys);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-20", "2026-03-20")]
    [InlineData("", "2026-03-09")] // a week, where none is given
    public void An_action_has_a_day(string typed, string on) =>
        Assert.Equal(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), ReflectionForm.Read(Filled(("takeaway", "x"), ("action", "Ask Ben"), ("action-on", typed)), [], Today).Answers!.ActionOn);

    [Fact]
    public void A_day_that_has_passed_is_refused_only_where_something_is_to_be_done()
    {
        Assert.Equal(["action-on"], ReflectionForm.Read(Filled(("takeaway", "x"), ("action", "Ask Ben"), ("action-on", "2026-03-01")), [], Today).Faults.Keys);
        Assert.Null(ReflectionForm.Read(Filled(("takeaway", "x"), ("action-on", "2026-03-01")), [], Today).Answers!.ActionOn);
    }

    [Fact]
    public void What_was_written_stands_in_the_form_again()
    {
        var answers = new ReflectionAnswers("Ask earlier.", "How we test", "When a task takes a day, I ask Ben", new DateOnly(2026, 3, 6)) { Thought = "I like it", Found = "Nobody tests on Fridays", Learned = Learned.Somewhat, Shared = ["takeaway", "action"] };
        var form = ReflectionForm.Open(Sheet("Ben"), answers, Today);
        Assert.Equal("42", form.Argument);
        Assert.Equivalent(answers, ReflectionForm.Read(Forms.AsOpened(form), [], Today).Answers);
    }

    [Fact]
    public void Long_names_leave_room_for_the_question() =>
        Assert.All(ReflectionForm.Open(Sheet(new string('n', 300)), null, Today).Pieces.OfType<FormField>(), field => Assert.InRange(field.Label.Length, 1, 100));

    [Theory]
    [InlineData("Ben showed me", false)]
    [InlineData("As Ben: ask", false)]
    [InlineData("Bend the rule", true)]
    [InlineData("A benefit", true)]
    public void The_channel_does_not_read_whom_one_talked_with(string line, bool isTaken) =>
        Assert.Equal(isTaken, ReflectionForm.Read(Filled(("takeaway", "x"), ("found", line)), ["Ben"], Today).Faults.Count == 0);

    [Fact]
    public void Whoever_gives_is_asked_what_they_learned_and_asked()
    {
        var keys = (string role) => ReflectionQuestions.For(new Mentor(), role, "Ben").Select(question => question.Key);
        Assert.Equal(["takeaway", "given", "own", "action"], keys("mentor"));
        Assert.Equal(["takeaway", "given", "action"], keys("mentee"));
    }

    [Fact]
    public void A_line_is_new_to_the_partner_until_they_have_it_in_these_words()
    {
        var answers = new ReflectionAnswers("Ask earlier.", "", "Ask Ben", Today) { Shared = ["takeaway", "given", "action"] };
        Assert.Equal(["takeaway", "action"], answers.NewLines(new Dictionary<string, string>()).Select(line => line.Question));
        Assert.Equal([new SharedLine("action", "Ask Ben")], answers.NewLines(new Dictionary<string, string> { ["takeaway"] = "Ask earlier.", ["action"] = "Ask Cem" }));
    }

    private static ReflectionSheet Sheet(string partners) => new("42", partners, ReflectionQuestions.For(new Peer(), "peer", partners), AsksForFind: true);

    private static FormAnswers Filled(params (string Key, string Value)[] values) => Forms.Filled(values);
}
