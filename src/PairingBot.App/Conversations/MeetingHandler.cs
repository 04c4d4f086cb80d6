using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>A time was found: the press counts at once, and the form that follows asks for the day, for those who like to be reminded.</summary>
public sealed class MeetingHandler(PairingBook pairings, MeetingPlans plans, Outbox outbox)
{
    public async Task<Reply> FindTimeAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        var isNews = pairing.FindTime();
        if (isNews)
        {
            var people = await pairings.PeopleAsync(pairing, cancel);
            outbox.ToPeople(people, RoundWords.TimeFound(turn.Person)); // a time may be found, fall through, and be found again
            await plans.PlanAsync(pairing, people, turn.Program, turn.Now, cancel);
        }

        if (pairing.State != PairingState.TimeFound) return RoundWords.AlreadySaid(pairing.State);
        if (turn.Request.Place != ChatPlace.Event) return new OpenForm(MeetingForm.Open(argument, pairing, turn.Person));
        return isNews ? Reply.Nothing : RoundWords.AlreadySaid(pairing.State);
    }

    public async Task<Reply> SaveAsync(ChatTurn turn, string argument, FormAnswers answers, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (pairing.State != PairingState.TimeFound) return RoundWords.AlreadySaid(pairing.State);
        var (meeting, faults) = MeetingForm.Read(answers, turn.Person, turn.Now);
        if (faults.Count > 0) return new RefuseForm(faults);
        if (meeting is null) return MeetingWords.NoDay;
        if (!pairing.MeetOn(meeting.At, meeting.IsTimeKnown)) return MeetingWords.Known;

        var people = await pairings.PeopleAsync(pairing, cancel);
        var isReminded = await plans.PlanAsync(pairing, people, turn.Program, turn.Now, cancel);
        outbox.ToPeople(people, MeetingWords.Told(pairing, turn.Person, isReminded));
        return Reply.Nothing;
    }
}
