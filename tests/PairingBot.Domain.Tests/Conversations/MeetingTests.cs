using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Conversations;

/// <summary>It is Monday, 2 March 2026, 09:00 UTC.</summary>
public sealed class MeetingTests
{
    private static readonly Person Ana = Somebody.Called("Ana", "Europe/Lisbon"), Ben = Somebody.Called("Ben", "Asia/Tokyo");

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("2026-03-05", "10:00", "2026-03-05T10:00", null)]
    [InlineData("2026-03-05", "", "2026-03-05T12:00", null)]
    [InlineData("2026-03-02", "", "2026-03-02T12:00", null)] // today
    [InlineData("2026-03-02", "08:00", null, "time")]
    [InlineData("2026-03-01", "", null, "day")]
    [InlineData("", "10:00", null, "day")]
    [InlineData("2027-06-01", "", null, "day")]
    [InlineData("9999-12-31", "23:59", null, "day")]
    public void A_day_is_today_or_later_and_nothing_is_needed(string day, string time, string? at, string? fault)
    {
        var (meeting, faults) = MeetingForm.Read(Forms.Filled(("day", day), ("time", time)), Ana, Sample.Now);
        Assert.Equal(at, meeting?.At.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(fault, faults.Keys.SingleOrDefault());
        if (meeting is not null) Assert.Equal(time.Length > 0, meeting.IsTimeKnown);
    }

    [Fact]
    public void Sent_as_it_was_opened_it_says_the_same_day()
    {
        var pairing = On("2026-03-05T10:00Z");
        var (meeting, _) = MeetingForm.Read(Forms.AsOpened(MeetingForm.Open("42", pairing, Ben)), Ben, Sample.Now);
        Assert.False(pairing.MeetOn(meeting!.At, meeting.IsTimeKnown));
    }

    [Theory]
    [InlineData("2026-03-05T10:00Z", "2026-03-05T09:00Z")] // Thursday morning in Lisbon
    [InlineData("2026-03-05T09:15Z", "2026-03-04T09:00Z")] // too early on the day: the morning before
    [InlineData("2026-03-07T10:00Z", "2026-03-06T09:00Z")] // a Saturday: on Friday
    [InlineData("2026-03-09T09:00Z", "2026-03-06T09:00Z")] // first thing on Monday: on Friday
    [InlineData("2026-03-02T12:00Z", "2026-03-02T09:00Z")] // today: at once
    [InlineData(null, "2026-03-02T09:10Z")]
    public void The_card_comes_on_the_working_morning_of_that_day(string? meets, string due) => Assert.Equal(At(due), PreparationCard.DueAt(On(meets), Ana, Sample.Now));

    [Fact]
    public void Each_gets_it_on_their_own_morning() => Assert.Equal(At("2026-03-05T00:00Z"), PreparationCard.DueAt(On("2026-03-05T08:00Z"), Ben, Sample.Now));

    [Theory]
    [InlineData("2026-03-05T10:00Z", "2026-03-04T14:00Z")]
    [InlineData("2026-03-09T10:00Z", "2026-03-06T16:45Z")] // Monday's is reminded of on Friday
    [InlineData("2026-03-02T15:00Z", null)] // too late for one
    public void The_reminder_comes_on_the_working_day_before(string meets, string? due) => Assert.Equal(due is null ? null : At(due), Tomorrow.DueAt(At(meets), Sample.Now, [Ana]));

    [Fact]
    public void Whether_they_met_is_asked_on_the_working_day_after() =>
        Assert.Equal(At("2026-03-09T10:00Z"), DidYouMeet.DueAfter(At("2026-03-06T10:00Z"), Sample.Program(), [Ana]));

    [Theory]
    [InlineData("2026-03-05T10:00Z", "2026-03-05T09:59Z", true)]
    [InlineData("2026-03-05T10:00Z", "2026-03-05T10:01Z", false)]
    [InlineData(null, "2026-04-05T10:01Z", true)]
    public void Nobody_is_prepared_for_what_is_over(string? meets, string now, bool isNeeded)
    {
        var facts = new NudgeFacts(On(meets), new Peer(), [Ana, Ben], Sample.Program(), Ana, null, null) { Now = At(now) };
        Assert.Equal(isNeeded, NudgeCatalog.PreparationCard.IsStillNeeded(facts));
        Assert.Equal(isNeeded && meets is not null, NudgeCatalog.Tomorrow.IsStillNeeded(facts));
    }

    [Fact]
    public void A_time_that_fell_through_says_nothing_of_the_next()
    {
        var pairing = On("2026-03-05T10:00Z");
        pairing.MissEachOther();
        pairing.FindTime();
        Assert.Null(pairing.MeetsAt);
    }

    [Fact]
    public void One_asks_once_and_not_when_it_is_over()
    {
        var pairing = On(null);
        Assert.True(pairing.Request(Ana.Id, Sample.Now));
        Assert.False(pairing.Request(Ana.Id, Sample.Now));
        Assert.True(pairing.MayRequest(Ben.Id));
        pairing.Meet(Sample.Now);
        Assert.False(pairing.MayRequest(Ben.Id));
    }

    private static Pairing On(string? meets)
    {
        var pairing = Sample.Peers(Ana, Ben);
        pairing.FindTime();
        if (meets is not null) pairing.MeetOn(At(meets), isTimeKnown: true);
        return pairing;
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
