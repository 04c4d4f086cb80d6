using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Programs;

public sealed class ParticipantTests
{
    private static readonly DateTimeOffset Now = Sample.Now;

    [Fact]
    public void Whoever_joined_takes_part_in_the_next_round() => Assert.True(Sample.Participant().IsEligible(1, Now));

    [Fact]
    public void A_paused_participant_is_left_out_until_the_pause_ends_by_itself()
    {
        var participant = Sample.Participant();
        participant.Pause(Now.AddDays(7));
        Assert.Equal((ParticipantState.Paused, false), (participant.StateAt(Now.AddDays(7).AddTicks(-1)), participant.IsEligible(1, Now.AddDays(6))));
        Assert.Equal((ParticipantState.Active, true), (participant.StateAt(Now.AddDays(7)), participant.IsEligible(1, Now.AddDays(7))));
    }

    [Fact]
    public void A_skip_is_for_one_round_only()
    {
        var participant = Sample.Participant();
        participant.Skip(4);
        Assert.Equal([true, false, true], new[] { 3, 4, 5 }.Select(round => participant.IsEligible(round, Now)));
    }

    [Theory]
    [InlineData(1, new[] { 8, 9, 10, 11, 12 })]
    [InlineData(2, new[] { 9, 11 })]
    [InlineData(4, new[] { 11 })]
    public void A_rhythm_counts_from_the_last_match(int everyRounds, int[] rounds)
    {
        var participant = Sample.Participant(everyRounds);
        participant.Paired(7);
        var met = Enumerable.Range(8, 5).Where(round => Meets(participant, round));
        Assert.Equal(rounds, met);
    }

    [Fact]
    public void The_first_round_waits_for_no_rhythm() => Assert.True(Sample.Participant(everyRounds: 4).IsEligible(3, Now));

    [Fact]
    public void Whoever_was_left_out_comes_at_once_whatever_their_rhythm()
    {
        var participant = Sample.Participant(everyRounds: 4);
        participant.Paired(7);
        participant.LeftOut();
        Assert.True(participant.IsEligible(8, Now));
        participant.Paired(8);
        Assert.Equal((0, false), (participant.TimesLeftOut, participant.IsEligible(9, Now)));
    }

    [Fact]
    public void Coming_back_ends_pause_and_skip_and_keeps_the_wishes()
    {
        var participant = Sample.Participant(everyRounds: 2, seeks: ["mentor"], offers: ["coach"], capacity: 3);
        participant.Skip(1);
        participant.Pause(Now.AddDays(30));
        participant.Leave();
        Assert.Equal(ParticipantState.Left, participant.StateAt(Now));

        participant.Return();

        Assert.True(participant.IsEligible(1, Now));
        Assert.Equal(("mentor", "coach", 3, 2), (participant.Seeks[0], participant.Offers[0], participant.Capacity, participant.EveryRounds));
    }

    [Fact]
    public void Leaving_outlasts_the_end_of_a_pause()
    {
        var participant = Sample.Participant();
        participant.Pause(Now.AddDays(1));
        participant.Leave();
        Assert.False(participant.IsEligible(1, Now.AddDays(2)));
    }

    [Fact]
    public void Whoever_joins_helps_one_at_a_time() =>
        Assert.Equal(1, Participant.Join(Sample.Program(), Somebody.Called("Ana"), "peer", Now).Capacity);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    public void Nobody_helps_fewer_than_one_or_more_than_five_at_a_time(int said, int capacity) => Assert.Equal(capacity, Sample.Participant(capacity: said).Capacity);

    [Fact]
    public void Paired_with_several_in_one_round_counts_as_one_round()
    {
        var participant = Sample.Participant(everyRounds: 2, offers: ["mentor"], capacity: 3);
        for (var seeker = 0; seeker < 3; seeker++) participant.Paired(7);
        Assert.Equal((7, 0, false, true), (participant.LastPairedRound, participant.TimesLeftOut, participant.IsEligible(8, Now), participant.IsEligible(9, Now)));
    }

    private static bool Meets(Participant participant, int round)
    {
        if (!participant.IsEligible(round, Now)) return false;
        participant.Paired(round);
        return true;
    }
}
