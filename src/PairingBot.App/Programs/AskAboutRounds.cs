using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

/// <summary>
/// Asks "in this week?" where a program wants it: a working day before the round, each person within their own working hours, and only whoever would take part.
/// One transaction for all who are due in a program. Idempotent by the round that each participant was last asked for, which moves with the message; two hosts take
/// turns by the program's row. A crash leaves those who are not asked yet, and the next run asks them while there is still time to answer.
/// </summary>
public sealed partial class AskAboutRounds(PairingBotDb db, Outbox outbox, TimeProvider time, OutboxSignal signal, ILogger<AskAboutRounds> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var rounds = await db.Programs.AsNoTracking().Where(program => program.WeekQuestion != WeekQuestion.NotAsked && program.NextRoundAt > now && program.NextRoundAt < now + WeekAsking.Longest)
            .Join(db.Installations.Where(installation => installation.RemovedAt == null && installation.JoinedTo == null), program => program.InstallationId, installation => installation.Id, (program, _) => new { program.Id, program.NextRoundAt }).ToListAsync(cancel);
        var asked = 0;
        foreach (var round in rounds.Where(each => now >= WeekAsking.Earliest(each.NextRoundAt))) asked += await AskAsync(round.Id, now, cancel);
        if (asked > 0) signal.Wake();
        return asked;
    }

    private async Task<int> AskAsync(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var program = await db.Programs.FromSql($"SELECT * FROM programs WHERE id = {id} FOR NO KEY UPDATE SKIP LOCKED").AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (program is null) return 0; // another host is at it, or the round opens at this moment

        var asked = await AskAsync(program, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return asked;
    }

    private async Task<int> AskAsync(PairingProgram program, DateTimeOffset now, CancellationToken cancel)
    {
        var round = program.LastRoundNumber + 1;
        var unasked = await db.Participants.Where(participant => participant.ProgramId == program.Id && !participant.HasLeft && (participant.AskedForRound == null || participant.AskedForRound != round))
            .Join(db.People, participant => participant.PersonId, person => person.Id, (participant, person) => new { participant, person })
            .Where(both => program.Admitted.Contains(both.person.Standing) && both.person.Unreachable == null && both.person.Name != "").ToListAsync(cancel);
        var due = unasked.FindAll(both => both.participant.IsEligible(round, program.NextRoundAt) && WeekAsking.IsDue(program.NextRoundAt, both.person, now));
        foreach (var both in due)
        {
            both.participant.Ask(round, program.WeekQuestion == WeekQuestion.SilenceIsOut);
            outbox.ToPeople([both.person], WeekWords.Question(program, both.person, round), $"week-question:{program.Id:N}:{round}:{both.person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
        }

        if (due.Count > 0) LogAsked(program.Id, round, due.Count);
        return due.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program}, round {Round}: {People} people were asked whether they are in")]
    private partial void LogAsked(Guid program, int round, int people);
}
