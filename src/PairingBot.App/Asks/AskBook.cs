using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Asks;
using PairingBot.Domain.People;

namespace PairingBot.App.Asks;

/// <summary>Finds asks, locked for this transaction, and never one of somebody else's.</summary>
public sealed class AskBook(PairingBotDb db, SealedAsks texts)
{
    /// <summary>The ask of this seeker that a button or form speaks of.</summary>
    public async Task<(Ask Ask, AskCandidate? Candidate)?> OwnAsync(ChatTurn turn, string argument, CancellationToken cancel) =>
        await FindAsync(argument, cancel) is { } found && found.Ask.SeekerId == turn.Person.Id ? found : null;

    /// <summary>The ask in which this person is asked.</summary>
    public async Task<(Ask Ask, AskCandidate Candidate)?> OfAskedAsync(ChatTurn turn, string argument, CancellationToken cancel) =>
        await FindAsync(argument, cancel) is ({ } ask, { AskedAt: not null } candidate) && candidate.PersonId == turn.Person.Id ? (ask, candidate) : null;

    /// <summary>The seeker's asks that are not over: at most one in which somebody is asked.</summary>
    public async Task<List<Ask>> OpenAsync(Person seeker, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM asks WHERE seeker_id = {seeker.Id} AND state IN ('Found', 'Asking') ORDER BY id FOR UPDATE", cancel);
        return await db.Asks.Where(ask => ask.SeekerId == seeker.Id && (ask.State == AskState.Found || ask.State == AskState.Asking)).ToListAsync(cancel);
    }

    public async Task<List<Person>> ChosenAsync(Ask ask, CancellationToken cancel)
    {
        var ids = ask.Chosen.Select(candidate => candidate.PersonId).ToList();
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToListAsync(cancel);
        return [.. people.OrderBy(person => ids.IndexOf(person.Id))];
    }

    public async Task<List<FoundPerson>> FreeAsync(Ask ask, CancellationToken cancel)
    {
        var ids = ask.Free.Select(candidate => candidate.PersonId).ToList();
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        return [.. ask.Free.Select(candidate => new FoundPerson(candidate, people[candidate.PersonId], texts.Reason(ask, candidate)))];
    }

    private async Task<(Ask Ask, AskCandidate? Candidate)?> FindAsync(string argument, CancellationToken cancel)
    {
        if (AskWords.Read(argument) is not var (id, place)) return null;
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM asks WHERE id = {id} FOR UPDATE", cancel);
        return await db.Asks.FirstOrDefaultAsync(row => row.Id == id, cancel) is { } ask ? (ask, ask.Candidates.FirstOrDefault(candidate => candidate.Place == place)) : null;
    }
}
