using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.App.Reflections;

/// <summary>Finds what somebody wrote, opens it for them, and keeps it; and knows what they are asked.</summary>
public sealed class ReflectionBook(PairingBotDb db, SealedReflections answers)
{
    public Task<Reflection?> FindAsync(Pairing pairing, Person writer, CancellationToken cancel) =>
        db.Reflections.FirstOrDefaultAsync(row => row.PairingId == pairing.Id && row.PersonId == writer.Id, cancel);

    /// <summary>The conversation of this person to look back at: the latest of which they have written nothing, else the latest at all; null when they have held none.</summary>
    public Task<Pairing?> LatestAsync(Person writer, CancellationToken cancel) =>
        db.Pairings.Where(pairing => pairing.State == PairingState.Met && pairing.Members.Any(member => member.PersonId == writer.Id))
            .OrderBy(pairing => db.Reflections.Any(row => row.PairingId == pairing.Id && row.PersonId == writer.Id)).ThenByDescending(pairing => pairing.MetAt).ThenBy(pairing => pairing.Id).FirstOrDefaultAsync(cancel);

    public ReflectionAnswers? Open(Reflection? reflection) => reflection is { IsWritten: true } ? answers.Open(reflection) : null;

    public Task<PairingProgram> ProgramAsync(Pairing pairing, CancellationToken cancel) => db.Programs.SingleAsync(program => program.Id == pairing.ProgramId, cancel);

    /// <summary>Whether everybody has, this person with them.</summary>
    public async Task<bool> HaveAllLookedBackAsync(Pairing pairing, Person writer, CancellationToken cancel) =>
        await db.Reflections.CountAsync(row => row.PairingId == pairing.Id && row.PersonId != writer.Id, cancel) + 1 >= pairing.Members.Count;

    public static IReadOnlyList<ReflectionQuestion> Questions(Pairing pairing, Person writer, IReadOnlyList<Person> others) =>
        ReflectionQuestions.For(RelationshipCatalog.Find(pairing.RelationshipType), pairing.Members.First(member => member.PersonId == writer.Id).Role, Introduction.ShortNames(others), others.Count);

    /// <summary>What this person is asked now. The measure whose turn it is stands there from the first look on, whether it is answered or not.</summary>
    public async Task<ReflectionSheet> SheetAsync(ChatTurn turn, Pairing pairing, IReadOnlyList<Person> others, Reflection? reflection, CancellationToken cancel)
    {
        var taken = await db.Measures.Where(row => row.PersonId == turn.Person.Id && (row.At > turn.Now - Measure.Rest - Measure.Rest || row.PairingId == pairing.Id)).ToListAsync(cancel);
        var own = taken.Find(row => row.PairingId == pairing.Id);
        var measure = own is null ? MeasureCatalog.Next(taken, turn.Now) : MeasureCatalog.Find(own.Kind);
        if (own is null && measure is not null) db.Measures.Add(MeasureTaken.Ask(measure, pairing.ProgramId, turn.Person.Id, pairing.Id, turn.Now));
        var program = await ProgramAsync(pairing, cancel);
        return new ReflectionSheet(Introduction.Argument(pairing), Introduction.ShortNames(others), Questions(pairing, turn.Person, others), measure, own?.Value, program.AnnounceIn is not null && reflection?.Find is not FoundState.Posted);
    }

    /// <summary>Writes it down, sealed, and the number beside it.</summary>
    public async Task<Reflection> KeepAsync(ChatTurn turn, Pairing pairing, Reflection? known, ReflectionAnswers written, CancellationToken cancel)
    {
        var reflection = known ?? Reflection.For(pairing.Id, turn.Person.Id);
        if (known is null) db.Reflections.Add(reflection);
        reflection.Write(answers.Seal(reflection, written), written, Open(known), turn.Now);
        if (written.Measure is { } value && await db.Measures.FirstOrDefaultAsync(row => row.PairingId == pairing.Id && row.PersonId == turn.Person.Id, cancel) is { } taken) taken.Answer(value, turn.Now);
        return reflection;
    }
}
