using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>When somebody does not answer: a partner says so in private, the silent one is asked in private, and whoever waits is free for somebody else.</summary>
public sealed class Silences(PairingBotDb db, PairingBook pairings, Departures departures, Outbox outbox)
{
    public async Task<Reply> OfferAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (pairing.State is not (PairingState.Introduced or PairingState.NotMet)) return SilenceWords.Pointless(pairing.State);
        if (!pairing.IsHere(turn.Person.Id)) return SilenceWords.Offer(pairing, await pairings.OthersAsync(pairing, turn.Person, cancel));
        await TellGroupAsync(turn, pairing, cancel);
        return SilenceWords.LookForEachOther;
    }

    public async Task<Reply> AskAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (SilenceWords.Read(argument) is not ({ } id, var seat) || await pairings.FindAsync(turn, id, cancel) is not { } pairing) return RoundWords.NotYours;
        var people = await pairings.PeopleAsync(pairing, cancel);
        if (seat >= people.Count || people[seat] is not { } silent || silent.Id == turn.Person.Id) return RoundWords.NotYours;
        switch (pairing.Ask(silent.Id, WorkingCalendar.After(turn.Now, SilenceWords.WorkingDays, turn.Program.Cadence.Zone, [silent])))
        {
            case SilenceOutcome.Asked:
                outbox.ToPeople(
                    [silent], SilenceWords.Question(pairing, people.FindAll(person => person.Id != silent.Id)), $"silence:{pairing.Id:N}:{silent.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
                return SilenceWords.Asked(silent);
            case SilenceOutcome.AskedBefore:
                return SilenceWords.Asked(silent);
            case SilenceOutcome.IsThere:
                return SilenceWords.IsThere(silent);
            default:
                return SilenceWords.Pointless(pairing.State);
        }
    }

    public async Task<Reply> AnswerAsync(ChatTurn turn, string argument, bool isHere, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (!pairing.IsAsked(turn.Person.Id)) return SilenceWords.TooLate(turn.Participant);
        var others = await pairings.OthersAsync(pairing, turn.Person, cancel);
        if (isHere)
        {
            pairing.IsHere(turn.Person.Id);
            await TellGroupAsync(turn, pairing, cancel);
            return SilenceWords.Thanks(others);
        }

        await departures.EndAsync(pairing.Id, PairingEnd.SomebodySilent, cancel, silent: turn.Person.Id);
        return SilenceWords.NoTime(others);
    }

    /// <summary>Nobody answered in time: the waiting ones are free, and the silent one rests.</summary>
    /// <returns>Whether somebody was silent.</returns>
    public async Task<bool> LapseAsync(Pairing pairing, DateTimeOffset now, CancellationToken cancel)
    {
        if (pairing.FindSilent(now) is not { } silent) return false;
        var people = await pairings.PeopleAsync(pairing, cancel);
        await departures.EndAsync(pairing.Id, PairingEnd.SomebodySilent, cancel, silent: silent.PersonId);
        (await db.Participants.FirstOrDefaultAsync(row => row.ProgramId == pairing.ProgramId && row.PersonId == silent.PersonId, cancel))?.Rest();
        var person = people.Find(each => each.Id == silent.PersonId)!;
        outbox.ToPeople([person], SilenceWords.Rested(people.FindAll(each => each != person)), $"rested:{pairing.Id:N}:{person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
        return true;
    }

    private async Task TellGroupAsync(ChatTurn turn, Pairing pairing, CancellationToken cancel) =>
        outbox.ToPeople(await pairings.PeopleAsync(pairing, cancel), SilenceWords.IsHere(turn.Person), $"here:{pairing.Id:N}:{turn.Person.Id:N}");
}
