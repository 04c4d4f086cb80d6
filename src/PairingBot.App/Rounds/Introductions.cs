using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// How a conversation begins, whatever brought it (a round, an ask, a series): the introduction to all of its people, and the nudges that may follow. Where both must say yes first, nothing is
/// opened: each is asked apart. All of it belongs to the transaction of whoever calls.
/// </summary>
public sealed class Introductions(PairingBotDb db, Outbox outbox)
{
    /// <summary>Before a pairing's id: the key of its introduction in the outbox.</summary>
    internal const string Key = "introduction:";

    /// <summary>Before a pairing's id and a person's: the key of the question whether they want to be brought together.</summary>
    internal const string ProposalKey = "proposal:";

    /// <summary>Of pairings of one program, which may be new and not saved yet.</summary>
    /// <param name="program">Theirs.</param>
    /// <param name="pairings">Those that begin now.</param>
    /// <param name="seed">Decides between what is as good.</param>
    /// <param name="now">By the product's clock.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task WriteAsync(PairingProgram program, IReadOnlyList<Pairing> pairings, long seed, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = pairings.SelectMany(pairing => pairing.Members).Select(member => member.PersonId).Distinct().ToList();
        var known = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        foreach (var pairing in pairings)
        {
            var people = pairing.Members.Select(member => known[member.PersonId]).ToList();
            var type = RelationshipCatalog.Find(pairing.RelationshipType) ?? throw new InvalidOperationException($"A plan holds the unknown relationship '{pairing.RelationshipType}'.");
            if (pairing.State == PairingState.Proposed)
            {
                Propose(program, pairing, type, people, now);
                continue;
            }

            outbox.ToPeople(program.InstallationId, people, Introduction.Message(pairing, type, people, seed), $"{Key}{pairing.Id:N}", Introduction.Opener(people));
            db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.FindATime, pairing.Id, null, FindATime.DueAt(now, program, people)));
            db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.DidYouMeet, pairing.Id, null, DidYouMeet.DueAt(now, program, people)));
        }
    }

    private void Propose(PairingProgram program, Pairing pairing, RelationshipType type, List<Person> people, DateTimeOffset now)
    {
        pairing.Propose(WorkingCalendar.After(now, ConsentWords.WorkingDays, program.Cadence.Zone, people));
        foreach (var person in people)
            outbox.ToPeople(program.InstallationId, [person], ConsentWords.Question(pairing, type, person, people), $"{ProposalKey}{pairing.Id:N}:{person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
    }
}
