using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

/// <summary>Which goals count in a program.</summary>
public sealed class Goals(PairingBotDb db)
{
    public async Task<GoalCalendar> CalendarAsync(PairingProgram program, CancellationToken cancel) =>
        new(await db.Rounds.Where(round => round.ProgramId == program.Id).OrderByDescending(round => round.Number).Take(GoalCalendar.RoundsNeeded)
            .Select(round => new RoundOpening(round.Number, round.OpenedAt)).ToListAsync(cancel));

    /// <summary>Whether what the person once wrote no longer counts in the round that opens next.</summary>
    public async Task<bool> IsOldAsync(PairingProgram program, Person person, Participant? participant, CancellationToken cancel) =>
        person.Profile.Goal is not null && (await CalendarAsync(program, cancel)).Fresh(person.Profile, participant?.EveryRounds ?? 1, program.LastRoundNumber + 1) is null;
}
