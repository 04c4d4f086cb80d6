using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Ends conversations of a running round that can no longer be held. Whoever is left is told, is free for somebody else (<see cref="MatchLateComers"/>), and first in line next time.
/// All of it belongs to the transaction of whoever calls.
/// </summary>
public sealed class Departures(PairingBotDb db, Outbox outbox, PairingBook pairings)
{
    /// <summary>The directory says something new of this person: nothing ends while they may take part.</summary>
    public async Task OfAsync(Person gone, CancellationToken cancel)
    {
        var own = await db.Pairings.Where(pairing => pairing.Members.Any(member => member.PersonId == gone.Id && !member.IsReleased))
            .Where(pairing => pairing.RoundId == null || db.Rounds.Any(round => round.Id == pairing.RoundId && round.State == RoundState.Introduced))
            .Join(db.Programs, pairing => pairing.ProgramId, program => program.Id, (pairing, program) => new { pairing.Id, program }).ToListAsync(cancel);
        foreach (var each in own.Where(each => !each.program.Admits(gone))) await EndAsync(each.Id, PairingEnd.SomebodyGone, cancel);
    }

    /// <param name="id">The pairing.</param>
    /// <param name="end">Why.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="silent">Who does not answer: whoever calls tells them; they are not free for somebody else.</param>
    public async Task EndAsync(Guid id, PairingEnd end, CancellationToken cancel, Guid? silent = null)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM pairings WHERE id = {id} FOR UPDATE", cancel);
        var pairing = await db.Pairings.SingleAsync(row => row.Id == id, cancel);
        if (!pairing.End(end)) return;
        await HoldBackAsync(pairing, cancel);
        var program = await db.Programs.SingleAsync(row => row.Id == pairing.ProgramId, cancel);
        var people = await pairings.PeopleAsync(pairing, cancel);
        var left = people.FindAll(person => program.Admits(person) && person.Id != silent);
        var isRunning = await db.Rounds.AnyAsync(round => round.Id == pairing.RoundId && round.State == RoundState.Introduced, cancel);
        foreach (var person in left)
        {
            if (isRunning) await FreeAsync(person, pairing, program, end, cancel);
            if (SaidNo(pairing, person)) continue; // and was answered at once
            outbox.ToPeople(
                [person],
                pairing.State == PairingState.Declined ? ConsentWords.CameToNothing(person, program, isRunning) : Words(pairing, end, person, people, program, isRunning),
                $"match-ended:{pairing.Id:N}:{person.Id:N}",
                whenInDoubt: WhenInDoubt.SendAgain);
        }
    }

    /// <summary>An introduction that has not gone out yet is not sent any more.</summary>
    private Task<int> HoldBackAsync(Pairing pairing, CancellationToken cancel)
    {
        var once = $"{Introductions.Key}{pairing.Id:N}";
        return db.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET state = 'Gone', failure = 'match-ended' WHERE (once = {once} OR once LIKE {once + ":%"}) AND state = 'Waiting' AND (leased_until IS NULL OR leased_until < clock_timestamp())", cancel);
    }

    /// <summary>Only a round that runs can find somebody else.</summary>
    private static ChatMessage Words(Pairing ended, PairingEnd end, Person reader, List<Person> people, PairingProgram program, bool isRunning)
    {
        var others = people.FindAll(other => other.Id != reader.Id);
        if (end == PairingEnd.SomebodySilent) return ended.RoundId is null ? SilenceWords.FreedForGood(others) : SilenceWords.Freed(reader, program, isRunning);
        var gone = others.FindAll(other => !program.Admits(other));
        var isGone = end == PairingEnd.SomebodyGone && gone.Count > 0;
        if (ended.RoundId is null) return isGone ? RoundWords.PartnerGoneForGood(gone) : RoundWords.CouldNotBeOpenedAtAll(others);
        return isGone ? RoundWords.PartnerGone(gone, reader, program) : RoundWords.CouldNotBeOpened(others, reader, program);
    }

    private static bool SaidNo(Pairing ended, Person person) => ended.Members.First(member => member.PersonId == person.Id).Consent == Consent.No;

    /// <summary>Left out from now on, unless another conversation of the round remains to them. Whoever had no time, or said nothing, is free as well, if not first in line for it.</summary>
    private async Task FreeAsync(Person person, Pairing ended, PairingProgram program, PairingEnd end, CancellationToken cancel)
    {
        var round = ended.RoundId!.Value;
        var hasAnother = await db.Pairings.AnyAsync(pairing => pairing.RoundId == round && pairing.Id != ended.Id && pairing.Members.Any(member => member.PersonId == person.Id && !member.IsReleased), cancel);
        if (hasAnother) return;
        var hasNoFault = end is PairingEnd.SomebodyGone or PairingEnd.CouldNotBeOpened;
        if (await db.SitOuts.FindAsync([round, person.Id], cancel) is null)
            db.SitOuts.Add(hasNoFault && ended.State != PairingState.Declined ? SitOut.LostPartner(round, person.Id) : SitOut.CameToNothing(round, person.Id));
        var said = ended.Members.First(member => member.PersonId == person.Id).Consent;
        if (said == Consent.No || (said is null && end == PairingEnd.NoAnswer)) return;
        (await db.Participants.FirstOrDefaultAsync(row => row.ProgramId == program.Id && row.PersonId == person.Id, cancel))?.LeftOut();
    }
}
