using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.People;
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
        return pairing?.Includes(turn.Person.Id) == true ? pairing : null; // people belong to one installation, so this scopes it, too
    }

    public Task<Pairing?> InRoundAsync(Guid program, int number, Guid person, CancellationToken cancel) =>
        db.Pairings.Join(db.Rounds.Where(round => round.ProgramId == program && round.Number == number), pairing => pairing.RoundId, round => round.Id, (pairing, _) => pairing)
            .FirstOrDefaultAsync(pairing => pairing.Members.Any(member => member.PersonId == person), cancel);

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
