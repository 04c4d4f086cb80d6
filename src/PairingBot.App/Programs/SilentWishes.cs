using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Programs;

/// <summary>
/// Whom somebody never wants to meet, as their settings show it: people of the installation in which the form is opened, chosen by whatever account they have there, and by name those of elsewhere whom
/// they were matched with. What a form did not show, it does not change.
/// </summary>
public sealed class SilentWishes(PairingBotDb db)
{
    /// <summary>A form has room for so many to tick.</summary>
    private const int MostElsewhere = 10;

    /// <summary>Their ids on the platform.</summary>
    public Task<List<string>> HereAsync(ChatTurn turn, CancellationToken cancel) =>
        db.DoNotMatches.Where(wish => wish.PersonId == turn.Person.Id).SelectMany(wish => db.People.Where(account => account.InstallationId == turn.Installation.Id && (account.SameAs ?? account.Id) == wish.OtherId)).Select(account => account.ExternalId).ToListAsync(cancel);

    public async Task<IReadOnlyList<PersonElsewhere>> ElsewhereAsync(ChatTurn turn, CancellationToken cancel)
    {
        var own = turn.Person.Id;
        var wishes = await db.DoNotMatches.Where(wish => wish.PersonId == own).Select(wish => wish.OtherId).ToListAsync(cancel);
        var met = await db.Set<PairingMember>().Where(member => member.PersonId == own).SelectMany(member => db.Set<PairingMember>().Where(other => other.PairingId == member.PairingId && other.PersonId != own)).Select(other => other.PersonId).Distinct().ToListAsync(cancel);
        var known = wishes.Union(met).ToList();
        if (known.Count == 0) return [];
        var people = await db.People.Where(person => known.Contains(person.Id) && !db.People.Any(account => account.InstallationId == turn.Installation.Id && (account.SameAs ?? account.Id) == person.Id)).ToListAsync(cancel);
        return [.. people.OrderByDescending(person => wishes.Contains(person.Id)).ThenBy(person => person.Name, StringComparer.Ordinal).Take(MostElsewhere).Select(person => new PersonElsewhere(person.Id, person.Name, wishes.Contains(person.Id)))];
    }

    public async Task KeepAsync(ChatTurn turn, SettingsDraft draft, CancellationToken cancel)
    {
        var own = turn.Person.Id;
        var accounts = db.People.Where(account => account.InstallationId == turn.Installation.Id);
        var here = draft.DoNotMatch.Count == 0 ? [] : await accounts.Where(account => draft.DoNotMatch.Contains(account.ExternalId)).Select(account => account.SameAs ?? account.Id).ToListAsync(cancel);
        var elsewhere = draft.DoNotMatchElsewhere is null ? [] : await ElsewhereAsync(turn, cancel);
        var shown = elsewhere.Select(person => person.Id).ToList();
        var wanted = here.Union(shown.Intersect(draft.DoNotMatchElsewhere ?? [])).Where(id => id != own).ToList();
        var earlier = await db.DoNotMatches.Where(wish => wish.PersonId == own && (shown.Contains(wish.OtherId) || accounts.Any(account => (account.SameAs ?? account.Id) == wish.OtherId))).ToListAsync(cancel);
        db.DoNotMatches.RemoveRange(earlier.Where(wish => !wanted.Contains(wish.OtherId)));
        var added = wanted.Except(earlier.Select(wish => wish.OtherId)).ToList();
        if (added.Count == 0) return;
        foreach (var other in await db.People.Where(person => added.Contains(person.Id)).ToListAsync(cancel)) db.DoNotMatches.Add(DoNotMatch.Between(turn.Person, other));
    }
}
