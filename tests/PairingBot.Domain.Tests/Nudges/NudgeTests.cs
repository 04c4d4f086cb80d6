using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Nudges;

public sealed class NudgeTests
{
    private static readonly Person Ana = Somebody.Called("Ana"), Ben = Somebody.Called("Ben");

    [Theory]
    [InlineData(PairingState.Introduced, true, true)]
    [InlineData(PairingState.TimeFound, false, true)]
    [InlineData(PairingState.Met, false, false)]
    [InlineData(PairingState.NotMet, false, false)]
    public void A_nudge_is_needed_only_while_it_can_help(PairingState state, bool findATime, bool didYouMeet)
    {
        var facts = Facts(In(state));
        Assert.Equal((findATime, didYouMeet), (NudgeCatalog.FindATime.IsStillNeeded(facts), NudgeCatalog.DidYouMeet.IsStillNeeded(facts)));
    }

    [Fact]
    public void An_action_is_asked_about_until_it_is_settled()
    {
        var facts = Facts(In(PairingState.Met)) with { Recipient = Ana, Reflection = Reflected(action: true) };
        Assert.True(NudgeCatalog.ActionCheck.IsStillNeeded(facts));
        facts.Reflection!.Settle(ActionOutcome.Done);
        Assert.False(NudgeCatalog.ActionCheck.IsStillNeeded(facts));
    }

    [Fact]
    public void Whether_it_helped_is_asked_of_what_was_not_let_go_and_once()
    {
        var facts = Facts(In(PairingState.Met)) with { Recipient = Ana, Reflection = Reflected(action: true) };
        Assert.True(NudgeCatalog.DidItHelp.IsStillNeeded(facts));
        facts.Reflection!.Say(ActionHelp.Helped);
        Assert.False(NudgeCatalog.DidItHelp.IsStillNeeded(facts));
        Assert.Equal(ActionOutcome.Done, facts.Reflection.Outcome);

        var dropped = Reflected(action: true);
        dropped.Settle(ActionOutcome.Dropped);
        Assert.False(NudgeCatalog.DidItHelp.IsStillNeeded(facts with { Reflection = dropped }));
    }

    [Fact]
    public void Without_an_action_nobody_is_asked() =>
        Assert.False(NudgeCatalog.ActionCheck.IsStillNeeded(Facts(In(PairingState.Met)) with { Recipient = Ana, Reflection = Reflected(action: false) }));

    [Theory]
    [InlineData("Etc/UTC")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Pacific/Kiritimati")]
    public void An_action_is_asked_about_in_working_hours_and_within_a_week(string zone)
    {
        var writer = Somebody.Working("Ana", zone, 10, 16);
        for (var reflected = Sample.Now; reflected < Sample.Now.AddDays(14); reflected += TimeSpan.FromMinutes(47))
        {
            var due = ActionCheck.DueAt(reflected, writer);
            Assert.True(WorkingHours.Of(writer).Contains(due), $"{due:O} is outside the working day");
            Assert.InRange(due - reflected, TimeSpan.FromDays(3), TimeSpan.FromDays(7)); // over a weekend with an evening: three days and a bit less than four
        }
    }

    [Fact]
    public void Settling_twice_keeps_the_first_word()
    {
        var reflection = Reflected(action: true);
        Assert.Equal((true, false, ActionOutcome.Dropped), (reflection.Settle(ActionOutcome.Dropped), reflection.Settle(ActionOutcome.Done), reflection.Outcome));
    }

    [Fact]
    public void Keys_are_told_apart_and_found_again()
    {
        Assert.Equal(["find-a-time", "did-you-meet", "tomorrow", "preparation-card", "did-you-talk", "again", "action-check", "did-it-help", "series-midway", "series-end", "series-missed"], NudgeCatalog.All.Select(nudge => nudge.Key));
        Assert.All(NudgeCatalog.All, nudge => Assert.Same(nudge, NudgeCatalog.Find(nudge.Key)));
        Assert.Null(NudgeCatalog.Find("of-a-later-version"));
    }

    [Fact]
    public void A_postponed_nudge_waits_again_even_if_it_was_sent()
    {
        var planned = PlannedNudge.Plan(NudgeCatalog.ActionCheck, StoredId.Of("pairing"), Ana.Id, Sample.Now);
        planned.Send();
        planned.Postpone(Sample.Now.AddDays(7));
        Assert.Equal((NudgeState.Waiting, Sample.Now.AddDays(7)), (planned.State, planned.DueAt));
    }

    private static NudgeFacts Facts(Pairing pairing) => new(pairing, RelationshipCatalog.Default, [Ana, Ben], Sample.Program(), null, null, null);

    private static Reflection Reflected(bool action)
    {
        var reflection = Reflection.For(StoredId.Of("pairing"), Ana.Id);
        var day = new DateOnly(2026, 3, 9);
        reflection.Write(new SealedAnswers([1], [1], [], action ? [1] : [], [], []), new ReflectionAnswers("x", "x", action ? "x" : "", action ? day : null), null, Sample.Now);
        return reflection;
    }

    private static Pairing In(PairingState state)
    {
        var pairing = Sample.Peers(Ana, Ben);
        if (state == PairingState.TimeFound) pairing.FindTime();
        if (state == PairingState.Met) pairing.Meet(Sample.Now);
        if (state == PairingState.NotMet) pairing.MissEachOther();
        return pairing;
    }
}
