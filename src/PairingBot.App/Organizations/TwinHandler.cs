using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.People;

namespace PairingBot.App.Organizations;

/// <summary>
/// What somebody says of an account with their e-mail address on the other side. Both accounts' rows are locked, so two presses at once are one after the other: whoever finds the other account busy is
/// asked to press again, for to wait would be to wait for each other.
/// </summary>
public sealed partial class TwinHandler(PairingBotDb db, Accounts accounts, Outbox outbox, ILogger<TwinHandler> log)
{
    public async Task<Reply> AnswerAsync(ChatTurn turn, string argument, TwinAnswer answer, CancellationToken cancel)
    {
        if (await FindAsync(turn, argument, cancel) is not { } twins) return TwinWords.Settled;
        if (await LockAsync(turn, twins, cancel) is not { } other) return TwinWords.Busy;
        var there = await db.Installations.SingleAsync(each => each.Id == other.InstallationId, cancel);
        if (!AreAlike(turn, other, there) || !twins.Say(turn.Account.Id, answer)) return TwinWords.Settled;
        LogSaid(turn.Account.Id, other.Id, answer);
        if (twins.AreTwo) return TwinWords.Two;
        if (!twins.AreOne) return TwinWords.Kept(there);

        var isHere = answer == TwinAnswer.Here;
        await accounts.JoinAsync(turn.Program, isHere ? turn.Account : other, isHere ? other : turn.Account, turn.Now, cancel);
        outbox.ToPeople([other], TwinWords.One(turn.Account, turn.Installation, !isHere), whenInDoubt: WhenInDoubt.SendAgain);
        return new Replace(TwinWords.One(other, there, isHere));
    }

    public async Task<Reply> BeTwoAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await FindAsync(turn, argument, cancel) is not { } twins) return TwinWords.Settled;
        if (await LockAsync(turn, twins, cancel) is not { } other) return TwinWords.Busy;
        if (!twins.AreOne) return TwinWords.Settled;
        foreach (var account in (Person[])[turn.Account, other]) account.IsThemselves();
        twins.Part();
        LogParted(turn.Account.Id, other.Id);
        return TwinWords.Undone;
    }

    private async Task<Twins?> FindAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(argument, "N", out var id)) return null;
        var own = turn.Account.Id;
        return await db.Twins.FirstOrDefaultAsync(row => (row.OneId == own && row.OtherId == id) || (row.OneId == id && row.OtherId == own), cancel);
    }

    /// <returns>The other account; null while somebody acts by it.</returns>
    private async Task<Person?> LockAsync(ChatTurn turn, Twins twins, CancellationToken cancel)
    {
        var id = twins.OneId == turn.Account.Id ? twins.OtherId : twins.OneId;
        var other = await db.People.FromSql($"SELECT * FROM people WHERE id = {id} FOR NO KEY UPDATE SKIP LOCKED").AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (other is not null) await db.Entry(twins).ReloadAsync(cancel); // the other may have answered until now
        return other;
    }

    /// <summary>Still of one organization and one address, and nobody else's already.</summary>
    private static bool AreAlike(ChatTurn turn, Person other, Installation there) =>
        there.Home == turn.Installation.Home && turn.Account.Email is { } address && address == other.Email && turn.Account.SameAs is null && other.SameAs is null;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account} says of the account {Other}: {Answer}")]
    private partial void LogSaid(Guid account, Guid other, TwinAnswer answer);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Account} and {Other} count as two again")]
    private partial void LogParted(Guid account, Guid other);
}
