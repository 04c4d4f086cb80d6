using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Rounds;

public sealed class PairingTests
{
    private static readonly Person Ana = Somebody.Called("Ana"), Ben = Somebody.Called("Ben");

    /// <summary>Every state with every word: where it leads, and whether the word was news.</summary>
    [Theory]
    [InlineData(PairingState.Introduced, "time", PairingState.TimeFound, true)]
    [InlineData(PairingState.Introduced, "met", PairingState.Met, true)]
    [InlineData(PairingState.Introduced, "missed", PairingState.NotMet, true)]
    [InlineData(PairingState.TimeFound, "time", PairingState.TimeFound, false)]
    [InlineData(PairingState.TimeFound, "met", PairingState.Met, true)]
    [InlineData(PairingState.TimeFound, "missed", PairingState.NotMet, true)]
    [InlineData(PairingState.NotMet, "time", PairingState.TimeFound, true)]
    [InlineData(PairingState.NotMet, "met", PairingState.Met, true)]
    [InlineData(PairingState.NotMet, "missed", PairingState.NotMet, false)]
    [InlineData(PairingState.Met, "time", PairingState.Met, false)]
    [InlineData(PairingState.Met, "met", PairingState.Met, false)]
    [InlineData(PairingState.Met, "missed", PairingState.Met, false)]
    public void A_conversation_only_goes_forward(PairingState from, string word, PairingState to, bool isNews)
    {
        var pairing = In(from);
        Assert.Equal(isNews, Say(pairing, word));
        Assert.Equal(to, pairing.State);
    }

    [Fact]
    public void The_first_word_of_having_met_keeps_its_time()
    {
        var pairing = In(PairingState.Met);
        pairing.Meet(Sample.Now.AddDays(3));
        Assert.Equal(Sample.Now, pairing.MetAt);
    }

    /// <summary>What Ana and Ben say, one after the other (+ yes, - no), and what comes of the last word.</summary>
    [Theory]
    [InlineData("A+", ConsentOutcome.Kept, PairingState.Proposed)]
    [InlineData("A+A+", ConsentOutcome.SaidBefore, PairingState.Proposed)]
    [InlineData("A+B+", ConsentOutcome.Agreed, PairingState.Introduced)]
    [InlineData("A+B+B+", ConsentOutcome.SaidBefore, PairingState.Introduced)]
    [InlineData("A+B+A-", ConsentOutcome.TooLate, PairingState.Introduced)]
    [InlineData("A-", ConsentOutcome.Declined, PairingState.Declined)]
    [InlineData("A+A-", ConsentOutcome.Declined, PairingState.Declined)]
    [InlineData("A-B+", ConsentOutcome.TooLate, PairingState.Declined)]
    [InlineData("A-A+", ConsentOutcome.TooLate, PairingState.Declined)]
    [InlineData("A-A-", ConsentOutcome.SaidBefore, PairingState.Declined)]
    public void Nothing_is_introduced_before_both_have_said_yes(string said, ConsentOutcome outcome, PairingState state)
    {
        var pairing = Sample.Conversation("sponsor", Ana, (Ana, "protege"), (Ben, "sponsor"));
        var last = ConsentOutcome.SaidBefore;
        foreach (var word in said.Chunk(2))
        {
            last = pairing.Answer(word[0] == 'A' ? Ana.Id : Ben.Id, word[1] == '+' ? Consent.Yes : Consent.No, Sample.Now);
            if (last == ConsentOutcome.Declined) pairing.End(PairingEnd.NotAgreed);
            Assert.False(pairing.State == PairingState.Proposed && (pairing.FindTime() || pairing.Meet(Sample.Now) || pairing.MissEachOther()));
        }

        Assert.Equal((outcome, state), (last, pairing.State));
    }

    [Fact]
    public void It_knows_who_is_in_it()
    {
        var pairing = Sample.Peers(Ana, Ben);
        Assert.Equal([true, true, false], new[] { Ana, Ben, Somebody.Called("Cem") }.Select(person => pairing.Includes(person.Id)));
    }

    [Theory]
    [InlineData("mentor", "mentee", "mentor", "Ben")]
    [InlineData("coach", "coachee", "coach", "Ben")]
    [InlineData("sponsor", "protege", "sponsor", "Ben")]
    [InlineData("peer", "peer", "peer", "")]
    [InlineData("of-another-version", "one", "other", "")]
    public void It_knows_who_gives(string type, string ana, string ben, string giver)
    {
        var members = Sample.Conversation(type, Ana, (Ana, ana), (Ben, ben)).Members;
        Assert.Equal(giver, string.Join(' ', members.Where(member => member.Gives).Select(member => member.PersonId == Ben.Id ? "Ben" : "Ana")));
    }

    [Fact]
    public void Somebody_in_several_pairings_is_one_of_the_people_who_meet()
    {
        var plan = new PairingPlan([.. new[] { "Ben", "Cem", "Dev" }.Select(mentee => new PlannedPairing("mentor", [new(StoredId.Of(mentee), "mentee"), new(Ana.Id, "mentor")], [], 0))], [], new PlanProof(0, 0, true));
        Assert.Equal(4, plan.PeopleMet);
    }

    [Fact]
    public void A_round_is_introduced_once_and_closed_once()
    {
        var round = Sample.Round();
        Assert.Throws<InvalidOperationException>(round.Close);
        round.Introduce(new PlanProof(1, 1, true));
        Assert.Throws<InvalidOperationException>(() => round.Introduce(new PlanProof(1, 1, true)));
        round.Close();
        Assert.Throws<InvalidOperationException>(round.Close);
    }

    private static bool Say(Pairing pairing, string word) => word switch
    {
        "time" => pairing.FindTime(),
        "met" => pairing.Meet(Sample.Now),
        _ => pairing.MissEachOther(),
    };

    private static Pairing In(PairingState state)
    {
        var pairing = Sample.Peers(Ana, Ben);
        if (state != PairingState.Introduced) Say(pairing, state switch { PairingState.TimeFound => "time", PairingState.Met => "met", _ => "missed" });
        return pairing;
    }
}
