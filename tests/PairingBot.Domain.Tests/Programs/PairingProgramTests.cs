using System.Globalization;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Programs;

/// <summary>From a Monday morning, an hour before the first round.</summary>
public sealed class PairingProgramTests
{
    [Fact]
    public void The_first_round_is_due_at_its_time_and_not_before()
    {
        var program = Sample.Program();
        Assert.False(program.IsDue(At("2026-03-02T09:59Z")));
        Assert.True(program.IsDue(At("2026-03-02T10:00Z")));
    }

    [Fact]
    public void Opening_a_round_counts_it_and_plans_the_next()
    {
        var program = Sample.Program();
        Assert.Equal(1, program.OpenRound(At("2026-03-02T10:00Z")));
        Assert.Equal(2, program.OpenRound(At("2026-03-09T10:00Z")));
        Assert.Equal(At("2026-03-16T10:00Z"), program.NextRoundAt);
    }

    [Fact]
    public void A_round_that_nobody_joins_is_passed_without_being_counted()
    {
        var program = Sample.Program();
        program.PassRound(At("2026-03-02T10:00Z"));
        Assert.Equal((0, At("2026-03-09T10:00Z")), (program.LastRoundNumber, program.NextRoundAt));
    }

    [Fact]
    public void After_weeks_of_standstill_there_is_one_round_and_then_the_usual_rhythm()
    {
        var program = Sample.Program();
        program.OpenRound(At("2026-03-25T12:00Z"));
        Assert.Equal((1, At("2026-03-30T10:00Z")), (program.LastRoundNumber, program.NextRoundAt));
    }

    [Theory]
    [InlineData(Every.Week, "2026-03-09T10:00Z")]
    [InlineData(Every.SecondWeek, "2026-03-16T10:00Z")]
    [InlineData(Every.FourthWeek, "2026-03-30T10:00Z")]
    [InlineData(Every.Month, "2026-04-06T10:00Z")]
    public void A_round_that_an_organizer_wants_at_once_leaves_the_rhythm_as_it_was(Every every, string next)
    {
        var program = Sample.Program(every: every);
        program.OpenRound(At("2026-03-02T10:00Z"));

        program.WantRoundNow(At("2026-03-04T15:00Z"));

        Assert.True(program.IsDue(At("2026-03-04T15:00Z")));
        Assert.Equal(2, program.OpenRound(At("2026-03-04T15:00Z")));
        Assert.False(program.IsDue(At("2026-03-04T15:01Z")));
        Assert.Equal(At(next), program.NextRoundAt);
    }

    [Fact]
    public void Wanting_a_round_that_is_due_anyway_brings_one()
    {
        var program = Sample.Program();
        program.WantRoundNow(At("2026-03-02T10:00Z"));
        program.OpenRound(At("2026-03-02T10:00Z"));
        Assert.Equal((1, At("2026-03-09T10:00Z"), false), (program.LastRoundNumber, program.NextRoundAt, program.IsDue(At("2026-03-02T10:01Z"))));
    }

    [Fact]
    public void A_program_that_nobody_touched_moves_to_the_zone_of_its_workspace()
    {
        var program = Sample.Program();
        program.MoveTo("America/New_York", Sample.Now);
        Assert.Equal(("America/New_York", At("2026-03-02T15:00Z")), (program.Cadence.TimeZone, program.NextRoundAt));
    }

    [Fact]
    public void A_program_that_an_organizer_set_stays_where_it_is()
    {
        var program = Sample.Program();
        program.Change(Draft(program), Sample.Now);
        program.MoveTo("America/New_York", Sample.Now);
        Assert.Equal("Etc/UTC", program.Cadence.TimeZone);
    }

    [Fact]
    public void A_round_that_is_due_is_not_put_off_by_a_move()
    {
        var program = Sample.Program();
        program.MoveTo("America/New_York", At("2026-03-02T10:00Z"));
        Assert.True(program.IsDue(At("2026-03-02T10:00Z")));
    }

    [Fact]
    public void Another_name_leaves_the_date_and_another_time_moves_it()
    {
        var program = Sample.Program(every: Every.FourthWeek);
        program.OpenRound(At("2026-03-02T10:00Z"));
        program.Change(Draft(program) with { Name = "Monday tea" }, At("2026-03-04T12:00Z"));
        Assert.Equal(("Monday tea", At("2026-03-30T10:00Z")), (program.Name, program.NextRoundAt));
        program.Change(Draft(program) with { Cadence = program.Cadence with { Day = DayOfWeek.Friday, Time = new TimeOnly(14, 30) } }, At("2026-03-04T12:00Z"));
        Assert.Equal(At("2026-03-06T14:30Z"), program.NextRoundAt);
    }

    private static ProgramDraft Draft(PairingProgram program) => new(program.Name, program.AnnounceIn, program.Cadence, program.RelationshipTypes, program.GroupSize, program.CoolDownRounds);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
