using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Programs;

/// <summary>Weekly for some, monthly for others, in one pool; and what each is told of their next date. The first round is on Monday, 2 March 2026.</summary>
public sealed class OwnRhythmTests
{
    [Theory]
    [InlineData(Every.Week, 1, "every round (every week)")]
    [InlineData(Every.Week, 4, "every fourth round (every 4 weeks)")]
    [InlineData(Every.SecondWeek, 2, "every second round (every 4 weeks)")]
    [InlineData(Every.ThirdWeek, 4, "every fourth round (every 12 weeks)")]
    [InlineData(Every.Month, 1, "every round (every month)")]
    [InlineData(Every.Month, 2, "every second round (every 2 months)")]
    public void A_rhythm_is_said_in_rounds_and_in_time(Every program, int rounds, string words) => Assert.Equal(words, Rhythms.InWords(program, rounds));

    [Theory]
    [InlineData(Every.Week, 1, "2026-03-09")]
    [InlineData(Every.Week, 2, "2026-03-16")]
    [InlineData(Every.Week, 4, "2026-03-30")]
    [InlineData(Every.SecondWeek, 1, "2026-03-16")]
    [InlineData(Every.SecondWeek, 2, "2026-03-30")]
    [InlineData(Every.SecondWeek, 4, "2026-04-27")]
    [InlineData(Every.Month, 1, "2026-04-06")]
    [InlineData(Every.Month, 2, "2026-05-04")]
    [InlineData(Every.Month, 4, "2026-07-06")]
    public void After_a_match_the_next_date_is_ones_own(Every program, int everyRounds, string next)
    {
        var weekly = AfterFirstRound(program);
        var participant = Sample.Participant(everyRounds);
        participant.Paired(1);
        Assert.Equal(next, weekly.NextFor(participant).At.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void In_one_pool_each_takes_part_by_their_own_rhythm()
    {
        var (weekly, monthly) = (Sample.Participant(), Sample.Participant(everyRounds: 4));
        List<int> came = [];
        for (var round = 1; round <= 9; round++)
        {
            Assert.True(weekly.IsEligible(round, Sample.Now));
            weekly.Paired(round);
            if (!monthly.IsEligible(round, Sample.Now)) continue;
            came.Add(round);
            monthly.Paired(round);
        }

        Assert.Equal([1, 5, 9], came);
    }

    [Fact]
    public void Every_word_of_a_next_date_goes_by_the_own_rhythm()
    {
        var program = AfterFirstRound(Every.Week);
        var (ana, monthly) = (Somebody.Called("Ana"), Sample.Participant(everyRounds: 4));
        monthly.Paired(1);
        Reply[] replies =
        [
            MembershipWords.AlreadyIn(ana, program, monthly), MembershipWords.WelcomeBack(ana, program, monthly), MembershipWords.Resumed(ana, program, monthly), MembershipWords.NothingToResume(ana, program, monthly),
            MembershipWords.Skipped(ana, program.SkippableFor(monthly).At), Domain.Rounds.RoundWords.TookNoPart(ana, program, monthly),
        ];
        Assert.All(replies, reply => Assert.Contains("Monday, 30 March", Assert.IsType<Say>(reply).Message.Pieces.OfType<Paragraph>().First().Text.ReadAloud(), StringComparison.Ordinal));
        var home = HomeScreen.Pieces(ana, program, monthly, [], Sample.Now).OfType<Paragraph>().Select(paragraph => paragraph.Text.ReadAloud());
        Assert.Contains("You are in. By your own rhythm your next match comes Monday, 30 March at 10:00.", home);
    }

    [Fact]
    public void Skip_means_the_next_round_that_one_would_come_to_and_twice_is_once()
    {
        var program = AfterFirstRound(Every.Week);
        var monthly = Sample.Participant(everyRounds: 4);
        monthly.Paired(1);
        var skipped = program.SkippableFor(monthly);
        monthly.Answer(skipped.Number, isIn: false);
        Assert.Equal((5, skipped), (skipped.Number, program.SkippableFor(monthly)));
        Assert.Equal(6, program.NextFor(monthly).Number);
    }

    [Fact]
    public void A_pause_moves_the_next_date_and_being_away_names_the_programs()
    {
        var program = Sample.Program();
        var (paused, away) = (Sample.Participant(), Sample.Participant());
        paused.Pause(program.NextRoundAt.AddDays(10));
        away.GoAway(Sample.Now, Sample.Now);
        Assert.Equal((program.NextRoundAt.AddDays(14), program.NextRoundAt), (program.NextFor(paused).At, program.NextFor(away).At));
    }

    [Fact]
    public void A_round_that_nobody_comes_to_uses_up_what_was_said_for_it()
    {
        var program = Sample.Program();
        var participant = Sample.Participant();
        participant.Ask(1, silenceIsOut: true);
        program.PassRound(program.NextRoundAt, hasParticipants: true);
        Assert.True(participant.IsEligible(program.LastRoundNumber + 1, program.NextRoundAt));
    }

    /// <summary>Round 1 was on Monday, 2 March; a program of months then goes on with the first Monday of April.</summary>
    private static PairingProgram AfterFirstRound(Every every)
    {
        var program = Sample.Program(every: every);
        program.OpenRound(program.NextRoundAt);
        return program;
    }
}
