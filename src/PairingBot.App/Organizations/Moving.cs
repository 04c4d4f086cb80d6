using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Organizations;

/// <summary>
/// Moves the people of an installation from one program into another, with all that they take part with; in a few statements, for a company may be large. Numbers of rounds are told as the other
/// program counts them: so many rounds ago, or to come. What they did stays where it was, and is read from there (<see cref="Rounds.EarlierPrograms"/>).
/// </summary>
public sealed class Moving(PairingBotDb db)
{
    /// <returns>How many take part.</returns>
    public async Task<int> IntoAsync(PairingProgram own, PairingProgram home, Installation joining, CancellationToken cancel)
    {
        await CarryAsync(own, home, joining, cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE series SET program_id = {home.Id} WHERE program_id = {own.Id} AND state <> 'Ended'", cancel);
        return await db.Participants.CountAsync(row => row.ProgramId == home.Id && !row.HasLeft && db.People.Any(person => person.Id == row.PersonId && person.InstallationId == joining.Id), cancel);
    }

    /// <summary>Into their own program again, as they are now. Whoever counted as one person with somebody who stays does so no more; series across end by themselves, with a word.</summary>
    public async Task BackAsync(PairingProgram home, PairingProgram own, Installation leaving, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE people SET same_as = NULL FROM people counted
            WHERE counted.id = people.same_as AND (people.installation_id = {leaving.Id}) <> (counted.installation_id = {leaving.Id})
            """, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM twins USING people one, people other
            WHERE one.id = one_id AND other.id = other_id AND (one.installation_id = {leaving.Id}) <> (other.installation_id = {leaving.Id})
            """, cancel);
        await CarryAsync(home, own, leaving, cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE participants SET has_left = true FROM people WHERE people.id = person_id AND program_id = {home.Id} AND installation_id = {leaving.Id}", cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE series SET program_id = {own.Id} WHERE program_id = {home.Id} AND state <> 'Ended' AND NOT EXISTS (
                SELECT 1 FROM pairings JOIN pairing_members ON pairing_id = pairings.id JOIN people ON people.id = person_id WHERE series_id = series.id AND people.installation_id <> {leaving.Id})
            """, cancel);
        own.Wake(now);
    }

    private Task<int> CarryAsync(PairingProgram from, PairingProgram to, Installation whose, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO participants (id, program_id, person_id, has_left, paused_until, skips_round, needs_yes_for, is_away, is_resting, channel_news_at, seeks, offers, capacity, every_rounds, joined_at, last_paired_round, times_left_out)
        SELECT gen_random_uuid(), {to.Id}, person_id, has_left, paused_until,
            CASE WHEN skips_round > {from.LastRoundNumber} THEN skips_round - {from.LastRoundNumber} + {to.LastRoundNumber} END,
            CASE WHEN needs_yes_for > {from.LastRoundNumber} THEN needs_yes_for - {from.LastRoundNumber} + {to.LastRoundNumber} END,
            is_away, is_resting, channel_news_at, seeks, offers, capacity, every_rounds, joined_at, last_paired_round - {from.LastRoundNumber} + {to.LastRoundNumber}, times_left_out
        FROM participants JOIN people ON people.id = person_id WHERE program_id = {from.Id} AND installation_id = {whose.Id}
        ON CONFLICT (program_id, person_id) DO UPDATE SET has_left = excluded.has_left, paused_until = excluded.paused_until, skips_round = excluded.skips_round, asked_for_round = NULL, calendar_seen_for = NULL,
            needs_yes_for = excluded.needs_yes_for, is_away = excluded.is_away, is_resting = excluded.is_resting, channel_news_at = excluded.channel_news_at, seeks = excluded.seeks, offers = excluded.offers,
            capacity = excluded.capacity, every_rounds = excluded.every_rounds, last_paired_round = excluded.last_paired_round, times_left_out = excluded.times_left_out
        """, cancel);
}
