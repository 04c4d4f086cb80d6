using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// How a conversation begins, whatever brought it (a round, an ask, a series): the introduction to all of its people, the draft of a request to those who seek, and the nudges that may follow. Where both
/// must say yes first, nothing is opened: each is asked apart. All of it belongs to the transaction of whoever calls.
/// </summary>
public sealed class Introductions(PairingBotDb db, Outbox outbox, Goals goals)
{
    /// <summary>Before a pairing's id: the key of its introduction in the outbox.</summary>
    internal const string Key = "introduction:";

    /// <summary>Before a pairing's id and a person's: the key of the question whether they want to be brought together.</summary>
    internal const string ProposalKey = "proposal:";

    /// <summary>What so many were shown over the years is read at once; a round of 3,000 people is one reading.</summary>
    private const int AtOnce = 1500;

    /// <summary>Of pairings of one program, which may be new and not saved yet.</summary>
    /// <param name="program">Theirs.</param>
    /// <param name="pairings">Those that begin now.</param>
    /// <param name="seed">Decides between what is as good.</param>
    /// <param name="now">By the product's clock.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task WriteAsync(PairingProgram program, IReadOnlyList<Pairing> pairings, long seed, DateTimeOffset now, CancellationToken cancel)
    {
        List<Beginning> beginnings = [];
        var calendar = await goals.CalendarAsync(program, cancel);
        foreach (var some in pairings.Chunk(AtOnce)) beginnings.AddRange(await ReadAsync(program, some, calendar, cancel));
        foreach (var (pairing, type, people, fresh, shown) in beginnings)
        {
            if (pairing.State == PairingState.Proposed)
            {
                Propose(program, pairing, type, people, now);
                continue;
            }

            var before = pairing.Members.SelectMany(member => shown.Of(member.PersonId, type)).Distinct().ToList();
            pairing.OpenWith(QuestionChoice.For(type, fresh.Values, before, Chance(seed, pairing)));
            shown.Add(pairing, now);
            outbox.ToPeople(people, Introduction.Message(pairing, type, people, fresh), $"{Key}{pairing.Id:N}", Introduction.Opener(people));
            db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.FindATime, pairing.Id, null, FindATime.DueAt(now, program, people)));
            db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.DidYouMeet, pairing.Id, null, DidYouMeet.DueAt(now, program, people)));
        }

        foreach (var beginning in beginnings.Where(each => each.Pairing.State != PairingState.Proposed)) OfferRequests(program, beginning); // after all introductions, which are waited for
    }

    private void Propose(PairingProgram program, Pairing pairing, RelationshipType type, IReadOnlyList<Person> people, DateTimeOffset now)
    {
        pairing.Propose(WorkingCalendar.After(now, ConsentWords.WorkingDays, program.Cadence.Zone, people));
        foreach (var person in people)
            outbox.ToPeople([person], ConsentWords.Question(pairing, type, person, people), $"{ProposalKey}{pairing.Id:N}:{person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
    }

    private void OfferRequests(PairingProgram program, Beginning beginning)
    {
        var (pairing, type, people, fresh, _) = beginning;
        if (type.Request is null || pairing.Members.FirstOrDefault(member => member.Gives) is not { } gives) return;
        var giver = people.First(person => person.Id == gives.PersonId);
        foreach (var seeker in people.Where(person => person != giver))
            outbox.ToPeople([seeker], RequestWords.Offer(pairing, type, seeker, giver, fresh.GetValueOrDefault(seeker.Id)), $"request-offer:{pairing.Id:N}:{seeker.Id:N}");
    }

    private async Task<IReadOnlyList<Beginning>> ReadAsync(PairingProgram program, IReadOnlyList<Pairing> pairings, GoalCalendar calendar, CancellationToken cancel)
    {
        var ids = pairings.SelectMany(pairing => pairing.Members).Select(member => member.PersonId).Distinct().ToList();
        var known = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        var rhythms = await db.Participants.AsNoTracking().Where(row => row.ProgramId == program.Id && ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, row => row.EveryRounds, cancel);
        var shown = await ShownAsync(ids, [.. pairings.Select(pairing => pairing.RelationshipType).Distinct()], cancel);
        return [.. pairings.Select(pairing =>
        {
            var people = pairing.Members.Select(member => known[member.PersonId]).ToList();
            var fresh = people.Select(person => (person.Id, Goal: calendar.Fresh(person.Profile, rhythms.GetValueOrDefault(person.Id, 1), pairing.RoundNumber)))
                .Where(each => each.Goal is not null).ToDictionary(each => each.Id, each => each.Goal!);
            var type = RelationshipCatalog.Find(pairing.RelationshipType) ?? throw new InvalidOperationException($"A plan holds the unknown relationship '{pairing.RelationshipType}'.");
            return new Beginning(pairing, type, people, fresh, shown);
        })];
    }

    private async Task<ShownBefore> ShownAsync(List<Guid> people, List<string> types, CancellationToken cancel)
    {
        var earlier = await db.Pairings.AsNoTracking().Where(pairing => types.Contains(pairing.RelationshipType) && pairing.Questions.Count > 0)
            .Join(db.Set<PairingMember>().Where(member => people.Contains(member.PersonId)), pairing => pairing.Id, member => member.PairingId,
                (pairing, member) => new { member.PersonId, pairing.RelationshipType, pairing.Questions, pairing.IntroducedAt })
            .ToListAsync(cancel);
        var shown = new ShownBefore();
        foreach (var each in earlier) shown.Add(each.PersonId, each.RelationshipType, new ShownQuestions(each.Questions, each.IntroducedAt));
        return shown;
    }

    /// <summary>The same pairing of the same round has the same chance, on any host.</summary>
    private static long Chance(long seed, Pairing pairing) =>
        pairing.Members.Aggregate(seed, (chance, member) => chance ^ BinaryPrimitives.ReadInt64LittleEndian(member.PersonId.ToByteArray().AsSpan(8)));

    /// <summary>A conversation that begins, with what its people are trying to do and were shown before.</summary>
    private sealed record Beginning(Pairing Pairing, RelationshipType Type, IReadOnlyList<Person> People, IReadOnlyDictionary<Guid, string> Goals, ShownBefore Shown);

    /// <summary>Also what is shown now: somebody who gives to three at once is not asked the same three times.</summary>
    private sealed class ShownBefore
    {
        private readonly Dictionary<(Guid, string), List<ShownQuestions>> shown = [];

        public List<ShownQuestions> Of(Guid person, RelationshipType type) => shown.GetValueOrDefault((person, type.Key)) ?? [];

        public void Add(Pairing pairing, DateTimeOffset now)
        {
            foreach (var member in pairing.Members) Add(member.PersonId, pairing.RelationshipType, new ShownQuestions(pairing.Questions, now));
        }

        public void Add(Guid person, string type, ShownQuestions questions)
        {
            if (!shown.TryGetValue((person, type), out var list)) shown[(person, type)] = list = [];
            list.Add(questions);
        }
    }
}
