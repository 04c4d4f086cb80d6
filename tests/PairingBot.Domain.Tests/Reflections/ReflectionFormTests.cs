using PairingBot.Domain.Chat;
using PairingBot.Domain.Reflections;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Reflections;

public sealed class ReflectionFormTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void One_answer_is_enough()
    {
        var (answers, faults) = ReflectionForm.Read(Filled(("takeaway", " Ask earlier. ")), Today);
        Assert.Empty(faults);
        Assert.Equal(new ReflectionAnswers("Ask earlier.", "", "", null), answers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    public void Nothing_taken_away_is_asked_for_again(string typed) => Assert.Equal(["takeaway"], ReflectionForm.Read(Filled(("takeaway", typed)), Today).Faults.Keys);

    [Theory]
    [InlineData("takeaway")]
    [InlineData("given")]
    [InlineData("action")]
    public void An_answer_has_its_length(string key)
    {
        Assert.Empty(ReflectionForm.Read(Filled(("takeaway", "x"), (key, new string('y', 2000))), Today).Faults);
        Assert.Equal([key], ReflectionForm.Read(Filled(("takeaway", "x"), (key, new string('y', 2001))), Today).Faults.Keys);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-20", "2026-03-20")]
    [InlineData("", "2026-03-09")] // a week, where none is given
    public void An_action_has_a_day(string typed, string on) =>
        Assert.Equal(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), ReflectionForm.Read(Filled(("takeaway", "x"), ("action", "Ask Ben"), ("action-on", typed)), Today).Answers!.ActionOn);

    [Fact]
    public void A_day_that_has_passed_is_refused_only_where_something_is_to_be_done()
    {
        Assert.Equal(["action-on"], ReflectionForm.Read(Filled(("takeaway", "x"), ("action", "Ask Ben"), ("action-on", "2026-03-01")), Today).Faults.Keys);
        Assert.Null(ReflectionForm.Read(Filled(("takeaway", "x"), ("action-on", "2026-03-01")), Today).Answers!.ActionOn);
    }

    [Fact]
    public void What_was_written_stands_in_the_form_again()
    {
        var answers = new ReflectionAnswers("Ask earlier.", "How we test", "When a task takes a day, I ask Ben", new DateOnly(2026, 3, 6));
        var form = ReflectionForm.Open("42", "Ben", answers, Today);
        Assert.Equal("42", form.Argument);
        Assert.Equal(answers, ReflectionForm.Read(Forms.AsOpened(form), Today).Answers);
    }

    [Fact]
    public void Long_names_leave_room_for_the_question() =>
        Assert.All(ReflectionForm.Open("42", new string('n', 300), null, Today).Pieces.OfType<FormField>(), field => Assert.InRange(field.Label.Length, 1, 100));

    private static FormAnswers Filled(params (string Key, string Value)[] values) => Forms.Filled(values);
}
