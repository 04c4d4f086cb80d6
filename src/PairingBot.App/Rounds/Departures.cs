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

    public async Task EndAsync(Guid id, PairingEnd end, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM pairings WHERE id = {id} FOR UPDATE", cancel);
        var pairing = await db.Pairings.SingleAsync(row => row.Id == id, cancel);
        if (!pairing.End(end)) return;
        await HoldBackAsync(pairing, cancel);
        var program = await db.Programs.SingleAsync(row => row.Id == pairing.ProgramId, cancel);
        var people = await pairings.PeopleAsync(pairing, cancel);
        var left = people.FindAll(program.Admits);
        if (pairing.RoundId is { } round)
            foreach (var person in left) await FreeAsync(person, pairing, program, round, cancel);
        foreach (var person in left)
        {
            var others = people.FindAll(other => other.Id != person.Id);
            var gone = others.FindAll(other => !program.Admits(other));
            outbox.ToPeople(
                program.InstallationId,
                [person],
                Words(pairing, end, person, others, gone, program),
                $"match-ended:{pairing.Id:N}:{person.Id:N}",
                whenInDoubt: WhenInDoubt.SendAgain);
        }
    }

    /// <summary>An introduction that has not gone out yet is not sent any more.</summary>
    private Task<int> HoldBackAsync(Pairing pairing, CancellationToken cancel)
    {
        var once = $"{Introductions.Key}{pairing.Id:N}";
        return db.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET state = 'Gone', failure = 'match-ended' WHERE once = {once} AND state = 'Waiting' AND (leased_until IS NULL OR leased_until < clock_timestamp())", cancel);
    }

    /// <summary>Only a round that runs can find somebody else.</summary>
    private static ChatMessage Words(Pairing ended, PairingEnd end, Person reader, List<Person> others, List<Person> gone, PairingProgram program)
    {
        var isGone = end == PairingEnd.SomebodyGone && gone.Count > 0;
        if (ended.RoundId is null) return isGone ? RoundWords.PartnerGoneForGood(gone) : RoundWords.CouldNotBeOpenedAtAll(others);
        return isGone ? RoundWords.PartnerGone(gone, reader, program) : RoundWords.CouldNotBeOpened(others, reader, program);
    }

    /// <summary>Left out from now on, unless another conversation of the round remains to them.</summary>
    private async Task FreeAsync(Person person, Pairing ended, PairingProgram program, Guid round, CancellationToken cancel)
    {
        var hasAnother = await db.Pairings.AnyAsync(pairing => pairing.RoundId == round && pairing.Id != ended.Id && pairing.Members.Any(member => member.PersonId == person.Id && !member.IsReleased), cancel);
        if (hasAnother) return;
        if (await db.SitOuts.FindAsync([round, person.Id], cancel) is null) db.SitOuts.Add(SitOut.LostPartner(round, person.Id));
        (await db.Participants.FirstOrDefaultAsync(row => row.ProgramId == program.Id && row.PersonId == person.Id, cancel))?.LeftOut();
    }
}
