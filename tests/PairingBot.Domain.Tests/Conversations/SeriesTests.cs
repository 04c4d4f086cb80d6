using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Conversations;

public sealed class SeriesTests
{
    private static readonly Person Ana = Somebody.Called("Ana"), Ben = Somebody.Called("Ben");

    private static readonly DateTimeOffset Now = Sample.Now;

    [Fact]
    public void The_first_conversation_counts_and_the_next_comes_at_the_type_s_rhythm()
    {
        var series = Begun(new SeriesPlan(3, 2));
        Assert.Equal((1, 2, 3, Now.AddDays(14)), (series.Held, series.NextNumber, series.Conversations, series.NextAt));
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(6, 3)]
    public void Half_way_all_are_asked_once_and_after_the_last_whether_to_end(int conversations, int half)
    {
        var series = Begun(new SeriesPlan(conversations, 1));
        for (var held = 2; held <= conversations; held++)
            Assert.Equal(held == conversations ? SeriesQuestion.End : held == half ? SeriesQuestion.Midway : null, series.Hold(Now));
        Assert.Equal((SeriesState.LookingBack, conversations), (series.State, series.Held));
    }

    [Fact]
    public void It_goes_on_only_if_all_wish_it_and_then_for_as_many_again()
    {
        var series = AtItsEnd();
        Assert.Equal(SeriesTurn.Waits, series.Weigh([SeriesAnswer.GoOn], 2, Now));
        Assert.Equal(SeriesTurn.GoesOn, series.Weigh([SeriesAnswer.GoOn, SeriesAnswer.GoOn], 2, Now));
        Assert.Equal((SeriesState.Running, 6, 3), (series.State, series.Conversations, series.Held));
        Assert.Equal((null, SeriesQuestion.Midway), (series.Hold(Now), series.Hold(Now)));
    }

    [Fact]
    public void Either_ends_it_at_any_time()
    {
        Assert.Equal(SeriesTurn.Ends, AtItsEnd().Weigh([SeriesAnswer.GoOn, SeriesAnswer.Finish], 2, Now));
        var running = Begun(new SeriesPlan(3, 2));
        Assert.Equal((true, false, Now), (running.End(Now), running.End(Now.AddDays(1)), running.EndedAt));
        Assert.Null(running.Hold(Now));
    }

    [Fact]
    public void One_missed_conversation_is_tried_again_and_two_in_a_row_ask_whether_to_go_on()
    {
        var series = Begun(new SeriesPlan(3, 2));
        Assert.True(series.ComeDue(lastWasHeld: true, Now));
        Assert.True(series.ComeDue(lastWasHeld: false, Now));
        Assert.Equal(2, series.NextNumber);
        Assert.False(series.ComeDue(lastWasHeld: false, Now));
        Assert.Equal((SeriesState.LookingBack, SeriesQuestion.Missed, Now.AddDays(14)), (series.State, series.Question, series.NextAt));

        Assert.Equal(SeriesTurn.GoesOn, series.Weigh([SeriesAnswer.GoOn, SeriesAnswer.GoOn], 2, Now));
        Assert.Equal((SeriesState.Running, 3, Now), (series.State, series.Conversations, series.NextAt));
    }

    [Fact]
    public void They_met_after_all_while_they_were_asked()
    {
        var series = Begun(new SeriesPlan(4, 1));
        series.ComeDue(false, Now);
        series.ComeDue(false, Now);
        series.Hold(Now);
        Assert.Equal((SeriesState.Running, 0), (series.State, series.Missed));
    }

    [Fact]
    public void The_next_conversation_has_the_same_people_and_roles_and_the_other_organizer()
    {
        var first = Sample.Conversation("coach", organizer: Ana, (Ben, "coachee"), (Ana, "coach"));
        var series = Series.Begin(first, new Coach().Series, Now);
        var next = Pairing.Continue(series, first, Sample.Program(), Now);
        Assert.Equal([(Ben.Id, "coachee", false), (Ana.Id, "coach", true)], next.Members.Select(member => (member.PersonId, member.Role, member.Gives)));
        Assert.Equal((Ben.Id, series.Id, 2, null), (next.OrganizerId, next.SeriesId, next.SeriesNumber, next.RoundId));
        Assert.Equal(Ana.Id, Pairing.Continue(series, next, Sample.Program(), Now).OrganizerId);
    }

    [Theory]
    [InlineData(Again.GoOn, Again.GoOn, Again.GoOn)]
    [InlineData(Again.SomeDay, Again.SomeDay, Again.SomeDay)]
    [InlineData(Again.GoOn, Again.SomeDay, null)]
    [InlineData(Again.GoOn, Again.Goodbye, null)]
    [InlineData(Again.Goodbye, Again.Goodbye, null)]
    public void Only_what_all_said_is_agreed(Again one, Again other, Again? agreed)
    {
        Assert.Equal(agreed, AgainAnswer.Agreed([Answer(Ana, one), Answer(Ben, other)], 2));
        Assert.Null(AgainAnswer.Agreed([Answer(Ana, one), Answer(Ben, other)], 3));
    }

    private static AgainAnswer Answer(Person person, Again wish)
    {
        var answer = AgainAnswer.Of(StoredId.Of("pairing"), person.Id);
        answer.Say(wish, Now);
        return answer;
    }

    private static Series Begun(SeriesPlan plan) => Series.Begin(Sample.Peers(Ana, Ben), plan, Now);

    private static Series AtItsEnd()
    {
        var series = Begun(new SeriesPlan(3, 2));
        series.Hold(Now);
        series.Hold(Now);
        return series;
    }
}
