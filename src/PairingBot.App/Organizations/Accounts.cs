using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Reflections;
using PairingBot.App.Storage;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Organizations;

/// <summary>
/// Makes two accounts one person: one of them counts from now on, and all that was the other's is theirs, running conversations and sealed reflections included. Only what the other was asked in an ask
/// is not, and lapses as if nobody had answered. It belongs to the transaction of the last yes.
/// </summary>
public sealed partial class Accounts(PairingBotDb db, SealedReflections sealedReflections, ILogger<Accounts> log)
{
    public async Task JoinAsync(PairingProgram program, Person counted, Person other, DateTimeOffset now, CancellationToken cancel)
    {
        other.Is(counted);
        if (counted.Profile == Profile.Blank && counted.Skills.Count == 0) counted.Describe(other.Profile, other.Skills, counted.ManagerId ?? other.ManagerId);
        await JoinParticipantsAsync(program, counted, other, now, cancel);
        await db.SaveChangesAsync(cancel);
        await MoveRoundsAsync(counted.Id, other.Id, cancel);
        await MoveWordsAsync(counted.Id, other.Id, cancel);
        foreach (var reflection in await db.Reflections.Where(row => row.PersonId == other.Id).ToListAsync(cancel)) sealedReflections.Move(reflection, counted.Id);
        LogJoined(other.Id, counted.Id);
    }

    private async Task JoinParticipantsAsync(PairingProgram program, Person counted, Person other, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Participants.FirstOrDefaultAsync(row => row.ProgramId == program.Id && row.PersonId == other.Id, cancel) is not { } second) return;
        if (await db.Participants.FirstOrDefaultAsync(row => row.ProgramId == program.Id && row.PersonId == counted.Id, cancel) is not { } first)
        {
            db.Participants.Add(first = Participant.Join(program, counted, RelationshipCatalog.Default.Key, now));
            first.Leave();
        }

        first.TakeOver(second);
    }

    /// <summary>Nobody is held by two conversations of one round: where both accounts were, the second goes on, and holds nobody.</summary>
    private async Task MoveRoundsAsync(Guid counted, Guid other, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE pairing_members SET person_id = {counted}, is_released = is_released OR EXISTS (
                SELECT 1 FROM pairing_members held WHERE held.round_id = pairing_members.round_id AND held.person_id = {counted} AND NOT held.gives AND NOT held.is_released AND NOT pairing_members.gives)
            WHERE person_id = {other} AND NOT EXISTS (SELECT 1 FROM pairing_members own WHERE own.pairing_id = pairing_members.pairing_id AND own.person_id = {counted})
            """, cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE pairings SET organizer_id = {counted} WHERE organizer_id = {other}", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE sit_outs SET person_id = {counted} WHERE person_id = {other} AND NOT EXISTS (SELECT 1 FROM sit_outs own WHERE own.round_id = sit_outs.round_id AND own.person_id = {counted})", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE nudges SET person_id = {counted} WHERE person_id = {other}", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE measures SET person_id = {counted} WHERE person_id = {other}", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE again_answers SET person_id = {counted} WHERE person_id = {other}", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE series_replies SET person_id = {counted} WHERE person_id = {other}", cancel);
    }

    /// <summary>Whom they never want to meet, and who never wants to meet them; what they asked, and what they run.</summary>
    private async Task MoveWordsAsync(Guid counted, Guid other, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO do_not_matches (person_id, other_id) SELECT {counted}, other_id FROM do_not_matches WHERE person_id = {other} AND other_id <> {counted} ON CONFLICT DO NOTHING", cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO do_not_matches (person_id, other_id) SELECT person_id, {counted} FROM do_not_matches WHERE other_id = {other} AND person_id <> {counted} ON CONFLICT DO NOTHING", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE asks SET seeker_id = {counted} WHERE seeker_id = {other} AND NOT (state = 'Asking' AND EXISTS (SELECT 1 FROM asks own WHERE own.seeker_id = {counted} AND own.state = 'Asking'))", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE programs SET run_by = {counted} WHERE run_by = {other}", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE people SET manager_id = {counted} WHERE manager_id = {other} AND id <> {counted}", cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The account {Other} is another one of {Counted}: they count once")]
    private partial void LogJoined(Guid other, Guid counted);
}
