using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>One of the offered times is taken, or others are wanted. Calendars are not asked here, where somebody waits: what is to be done stands in the rows that <see cref="BookMeetings"/> and <see cref="OfferTimes"/> read.</summary>
public sealed class BookingHandler(PairingBook pairings, MeetingPlans plans, Bookings bookings, Outbox outbox)
{
    public async Task<Reply> BookAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (TimeChoice.Read(argument) is not { At: { } at } choice || await pairings.FindAsync(turn, choice.Pairing, cancel) is not { } pairing) return RoundWords.NotYours;
        if (at <= turn.Now || at > turn.Now + Slots.Horizon + Slots.Horizon) return TimeWords.Passed;
        pairing.FindTime();
        if (pairing.State != PairingState.TimeFound) return RoundWords.AlreadySaid(pairing.State);
        if (!pairing.MeetOn(at, isTimeKnown: true)) return MeetingWords.Known;

        var people = await pairings.PeopleAsync(pairing, cancel);
        await plans.PlanAsync(pairing, people, turn.Program, turn.Now, cancel);
        var isInvited = await bookings.WantAsync(pairing, people, turn.Now, cancel);
        outbox.ToPeople(people, TimeWords.Taken(pairing, turn.Person, isInvited, isInvited ? null : bookings.FileOf(pairing)));
        return Reply.Nothing;
    }

    public async Task<Reply> WantOthersAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (TimeChoice.Read(argument) is not { Page: { } page } choice || await pairings.FindAsync(turn, choice.Pairing, cancel) is not { } pairing) return RoundWords.NotYours;
        return pairing.WantTimes(page) ? TimeWords.Looking : RoundWords.AlreadySaid(pairing.State);
    }
}
