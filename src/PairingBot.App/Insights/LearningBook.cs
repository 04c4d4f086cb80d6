using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Reflections;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Insights;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Insights;

/// <summary>Gathers what somebody's conversations brought them, for themselves alone.</summary>
public sealed class LearningBook(PairingBotDb db, SealedReflections answers)
{
    private const int AtHome = 5;

    private static readonly TimeSpan HalfAYear = TimeSpan.FromDays(182);

    public async Task<Reply> ShowAsync(ChatTurn turn, CancellationToken cancel) =>
        LearningWords.Year(await YearAsync(turn.Program, turn.Person, turn.Now, cancel), turn.Program, turn.Person);

    /// <summary>What is still to be done, for the home of its owner.</summary>
    public async Task<IReadOnlyList<OwnAction>> OpenActionsAsync(Person owner, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - HalfAYear;
        var open = await db.Reflections.AsNoTracking().Where(row => row.PersonId == owner.Id && row.Outcome == null && row.ActionOn != null && row.WrittenAt >= since)
            .OrderByDescending(row => row.ActionOn).Take(AtHome).ToListAsync(cancel);
        return [.. open.Select(Open)];
    }

    private async Task<LearningYear> YearAsync(PairingProgram program, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddYears(-1);
        var held = await db.Pairings.AsNoTracking().Where(pairing => pairing.State == PairingState.Met && pairing.MetAt >= since && pairing.Members.Any(member => member.PersonId == person.Id)).ToListAsync(cancel);
        var actions = await db.Reflections.AsNoTracking().Where(row => row.PersonId == person.Id && row.ActionOn != null && row.WrittenAt >= since).ToListAsync(cancel);
        var series = await db.Series.AsNoTracking().Where(row => row.State != SeriesState.Ended && db.Pairings.Any(pairing => pairing.SeriesId == row.Id && pairing.Members.Any(member => member.PersonId == person.Id)))
            .OrderBy(row => row.NextAt).ToListAsync(cancel);
        var ids = series.ConvertAll(row => (Guid?)row.Id);
        var firsts = ids.Count == 0 ? [] : await db.Pairings.AsNoTracking().Where(pairing => ids.Contains(pairing.SeriesId) && pairing.SeriesNumber == 1).ToListAsync(cancel);
        var others = await OthersAsync([.. held, .. firsts], person, cancel);
        return LearningYear.Of(
            held.Select(pairing => new OwnPairing(pairing, others(pairing))),
            program.RelationshipTypes,
            actions.Select(Open),
            await GrownAsync(program, person, since, cancel),
            [.. series.Select(row => new OwnSeries(row, others(firsts.First(pairing => pairing.SeriesId == row.Id))))]);
    }

    private async Task<Func<Pairing, IReadOnlyList<Person>>> OthersAsync(IReadOnlyList<Pairing> pairings, Person person, CancellationToken cancel)
    {
        var ids = pairings.SelectMany(pairing => pairing.Members).Select(member => member.PersonId).Where(id => id != person.Id).Distinct().ToList();
        var known = ids.Count == 0 ? [] : await db.People.AsNoTracking().Where(other => ids.Contains(other.Id)).ToDictionaryAsync(other => other.Id, cancel);
        return pairing => [.. pairing.Members.Where(member => member.PersonId != person.Id).Select(member => known[member.PersonId])];
    }

    /// <summary>The snapshot of the first round of the year in which the person was paired knows what they wanted to learn then.</summary>
    private async Task<IReadOnlyList<GrownSkill>> GrownAsync(PairingProgram program, Person person, DateTimeOffset since, CancellationToken cancel)
    {
        if (person.Skills.Count == 0) return [];
        var stored = await db.Database.SqlQuery<string>(
            $"""
            SELECT (candidate -> 'skillsWanted')::text AS "Value" FROM rounds, jsonb_array_elements(snapshot -> 'candidates') candidate
            WHERE rounds.id = (
                SELECT pairings.round_id FROM pairings JOIN pairing_members ON pairing_id = pairings.id
                WHERE pairings.program_id = {program.Id} AND person_id = {person.Id} AND introduced_at >= {since} AND pairings.round_id IS NOT NULL ORDER BY introduced_at LIMIT 1)
            AND candidate ->> 'personId' = {person.Id.ToString()}
            """).ToListAsync(cancel);
        return stored is [{ } then, ..] ? GrownSkill.Between(StoredJson.Read<List<SkillFact>>(then), person.Skills) : [];
    }

    private OwnAction Open(Reflection reflection) => new(answers.OpenAction(reflection), reflection.ActionOn ?? default, reflection.Outcome, reflection.Help);
}
