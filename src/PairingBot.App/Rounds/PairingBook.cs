using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>Finds pairings, and never one of somebody else's.</summary>
public sealed class PairingBook(PairingBotDb db)
{
    /// <summary>The pairing that a button or form speaks of, locked for this turn; null unless the person is in it.</summary>
    public async Task<Pairing?> FindAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(argument, "N", out var id)) return null;
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM pairings WHERE id = {id} FOR UPDATE", cancel);
        var pairing = await db.Pairings.FirstOrDefaultAsync(row => row.Id == id, cancel);
        return pairing?.Includes(turn.Person.Id) == true ? pairing : null; // people belong to one organization, so this scopes it, too
    }

    /// <summary>
    /// The person's conversations now: in the program's latest round those that have not ended early, and those outside of rounds that are still to be held; the one in which they do not
    /// give first.
    /// </summary>
    public async Task<List<OwnPairing>> CurrentAsync(PairingProgram program, Person person, CancellationToken cancel)
    {
        var own = await db.Pairings.Where(pairing => pairing.RoundId == null ? pairing.State == PairingState.Introduced || pairing.State == PairingState.TimeFound
                : pairing.ProgramId == program.Id ? pairing.RoundNumber == program.LastRoundNumber
                : db.Rounds.Any(round => round.Id == pairing.RoundId && round.State == RoundState.Introduced)) // of the program that was theirs before
            .Where(pairing => pairing.Members.Any(member => member.PersonId == person.Id && !member.IsReleased))
            .OrderBy(pairing => pairing.Members.Any(member => member.PersonId == person.Id && member.Gives)).ThenBy(pairing => pairing.Id).ToListAsync(cancel);
        var ids = own.SelectMany(pairing => pairing.Members).Select(member => member.PersonId).Where(id => id != person.Id).Distinct().ToList();
        var others = ids.Count == 0 ? [] : await db.People.Where(other => ids.Contains(other.Id)).ToDictionaryAsync(other => other.Id, cancel);
        return [.. own.Select(pairing => new OwnPairing(pairing, [.. pairing.Members.Where(member => member.PersonId != person.Id).Select(member => others[member.PersonId])]))];
    }

    /// <summary>Everybody in the pairing, in the order in which it holds its members.</summary>
    public async Task<List<Person>> PeopleAsync(Pairing pairing, CancellationToken cancel)
    {
        var ids = pairing.Members.Select(member => member.PersonId).ToList();
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToListAsync(cancel);
        return [.. people.OrderBy(person => ids.IndexOf(person.Id))];
    }

    public async Task<List<Person>> OthersAsync(Pairing pairing, Person person, CancellationToken cancel) =>
        (await PeopleAsync(pairing, cancel)).FindAll(other => other.Id != person.Id);
}
