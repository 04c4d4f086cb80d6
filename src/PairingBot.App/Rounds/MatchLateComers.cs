using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Matches, while a round runs, those who have nobody in it: whoever was left out, came after it had opened, or lost their partner. The conversations that there are stay as they are. One
/// transaction a round. Idempotent by the pairings themselves: whoever has one is not free. A crash leaves the round as it was.
/// </summary>
public sealed partial class MatchLateComers(PairingBotDb db, SnapshotTaker snapshots, RoundMail mail, TimeProvider time, ILogger<MatchLateComers> log) : IRecurringJob
{
    /// <summary>Shortly before the next round a new conversation would only be in its way.</summary>
    private static readonly TimeSpan LeastTime = TimeSpan.FromDays(2);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (matched, now) = (0, time.GetUtcNow());
        var running = await db.Rounds.AsNoTracking().Where(round => round.State == RoundState.Introduced)
            .Join(db.Programs.Where(program => program.NextRoundAt >= now + LeastTime), round => round.ProgramId, program => program.Id, (round, program) => new { round.Id, program.InstallationId })
            .Where(each => db.Installations.Any(installation => installation.Id == each.InstallationId && installation.RemovedAt == null && installation.JoinedTo == null && installation.PeopleReadAt != null))
            .Select(each => each.Id).ToListAsync(cancel);
        foreach (var round in running) matched += await TryAsync(round, now, cancel);
        return matched;
    }

    private async Task<int> TryAsync(Guid round, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            return await MatchAsync(round, now, cancel);
        }
#pragma warning disable CA1031 // recorded, and tried again at the next turn: one round that breaks must not hold up the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(round, failure);
            return 0;
        }
    }

    /// <returns>How many pairings began.</returns>
    private async Task<int> MatchAsync(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM rounds WHERE id = {id} FOR UPDATE", cancel);
        var round = await db.Rounds.SingleAsync(row => row.Id == id, cancel);
        if (round.State != RoundState.Introduced) return 0;

        var program = await db.Programs.SingleAsync(row => row.Id == round.ProgramId, cancel);
        var free = await FreeAsync(program, round, now, cancel);
        if (free.Count < 2 || !round.LookFor(Digest(free, now))) return 0;

        var snapshot = await snapshots.TakeLateAsync(program, round, free.ToHashSet(), now, cancel);
        var plan = Matchmaker.Plan(snapshot);
        if (plan.Pairings.Count > 0)
        {
            await mail.WriteLateAsync(round, snapshot, plan, cancel);
            round.Add(snapshot, plan.Proof);
            LogMatched(id, plan.Pairings.Count);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return plan.Pairings.Count;
    }

    /// <summary>In, without a conversation in this round, and wanting one; not whoever could not be introduced to two people already.</summary>
    private async Task<List<Guid>> FreeAsync(PairingProgram program, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var members = db.Set<PairingMember>().Where(member => member.RoundId == round.Id);
        var undeliverable = db.Pairings.Where(pairing => pairing.RoundId == round.Id && pairing.State == PairingState.Undeliverable).Select(pairing => pairing.Id);
        var participants = await db.Participants.AsNoTracking()
            .Where(participant => participant.ProgramId == program.Id && !participant.HasLeft)
            .Where(participant => participant.JoinedAt > round.OpenedAt || db.SitOuts.Any(sitOut => sitOut.RoundId == round.Id && sitOut.PersonId == participant.PersonId))
            .Where(participant => !members.Any(member => member.PersonId == participant.PersonId && !member.IsReleased))
            .Where(participant => members.Count(member => member.PersonId == participant.PersonId && undeliverable.Contains(member.PairingId)) < 2)
            .OrderBy(participant => participant.PersonId).ToListAsync(cancel);
        return [.. participants.Where(participant => participant.IsEligible(round.Number, now)).Select(participant => participant.PersonId)];
    }

    /// <summary>The same people may have changed what they wish: once an hour they are looked at all the same.</summary>
    private static string Digest(IEnumerable<Guid> people, DateTimeOffset now) => Convert.ToHexString(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', people.Select(person => person.ToString("N"))) + now.ToString(" yyyyMMddHH", CultureInfo.InvariantCulture))));

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody could be matched late in round {Round}; it is tried again at the next turn")]
    private partial void LogBroke(Guid round, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Round {Round}: {Pairings} late pairing(s)")]
    private partial void LogMatched(Guid round, int pairings);
}
