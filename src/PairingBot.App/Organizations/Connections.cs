using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Installations;
using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Organizations;

namespace PairingBot.App.Organizations;

/// <summary>
/// Two installations become one organization when an organizer of each has entered the other's code. The side that made the first code is the home. Each step belongs to the transaction of its turn, and
/// all of them come one after the other, whoever takes them (one lock for all; it happens twice in a company's life): so whatever is killed, nothing is half joined.
/// </summary>
public sealed partial class Connections(PairingBotDb db, Moving moving, Outbox outbox, ILogger<Connections> log)
{
    public async Task<Reply> ConnectAsync(ChatTurn turn, string typed, CancellationToken cancel)
    {
        if (!turn.IsOrganizer) return ConnectionWords.OnlyForOrganizers;
        await LockAsync(turn, cancel);
        if (turn.Installation.JoinedTo is { } home) return ConnectionWords.AlreadyJoined(await FindAsync(home, cancel));
        if (typed.Length == 0) return ConnectionWords.FirstCode(await GiveAsync(turn, null, cancel), turn.Program);
        if (turn.Installation.MayTryAgainAt(turn.Now) is { } until) return ConnectionWords.Wait(turn.Person, until);

        var hash = CodeLetters.Read(typed) is { } read ? Hash(read) : [];
        var code = await db.ConnectionCodes.FirstOrDefaultAsync(row => row.Hash == hash && row.EndsAt > turn.Now, cancel);
        if (code?.InstallationId == turn.Installation.Id) return ConnectionWords.OwnCode;
        if (code is null || (code.Answers is { } asked && asked != turn.Installation.Id))
        {
            turn.Installation.EnterWrongCode(turn.Now);
            LogWrong(turn.Installation.Id, turn.Installation.WrongCodes);
            return ConnectionWords.WrongCode(Installation.MostWrongCodes - turn.Installation.WrongCodes);
        }

        db.ConnectionCodes.Remove(code);
        return await UseAsync(turn, code, await FindAsync(code.InstallationId, cancel), cancel);
    }

    /// <param name="turn">Whoever asks.</param>
    /// <param name="joined">As the button named it; empty asks first.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Reply> DisconnectAsync(ChatTurn turn, string joined, CancellationToken cancel)
    {
        if (!turn.IsOrganizer) return ConnectionWords.OnlyForOrganizers;
        await LockAsync(turn, cancel);
        var here = turn.Installation;
        var sides = here.JoinedTo is { } of ? [(Joined: here, Other: await FindAsync(of, cancel))] : (await JoinedToAsync(here, cancel)).ConvertAll(each => (Joined: each, Other: each));
        if (sides.Count == 0) return ConnectionWords.NothingToDisconnect;
        if (joined.Length == 0) return ConnectionWords.AskToDisconnect(sides);
        if (sides.Find(each => each.Joined.Id.ToString("N", CultureInfo.InvariantCulture) == joined) is not { Joined: { } side, Other: { } other }) return ConnectionWords.NothingToDisconnect;

        var home = await FindAsync(side.Home, cancel);
        var (from, to) = (await db.Programs.OfAsync(home, cancel), await OwnAsync(side, cancel));
        await moving.BackAsync(from, to, side, turn.Now, cancel);
        side.Disconnect();
        LogDisconnected(side.Id, home.Id, turn.Account.Id);
        await TellAsync(turn, other, ConnectionWords.Disconnected(here), cancel);
        return new Replace(ConnectionWords.Disconnected(other));
    }

    private async Task<Reply> UseAsync(ChatTurn turn, ConnectionCode code, Installation other, CancellationToken cancel)
    {
        var here = turn.Installation;
        if (!other.IsActive) return ConnectionWords.OtherGone;
        if (other.JoinedTo is not null) return ConnectionWords.OtherJoined(other);
        var (joining, home) = code.Answers is null ? (here, other) : (other, here);
        if (await JoinedToAsync(joining, cancel) is { Count: > 0 } others) return joining == here ? ConnectionWords.IsHome(others) : ConnectionWords.OtherJoined(other);
        var program = await db.Programs.OfAsync(home, cancel);
        if (code.Answers is null) return ConnectionWords.SecondCode(await GiveAsync(turn, answers: other, cancel), program, other);

        joining.Join(home);
        var people = await moving.IntoAsync(await OwnAsync(joining, cancel), program, joining, cancel);
        LogConnected(joining.Id, home.Id, turn.Account.Id, code.PersonId);
        await TellAsync(turn, other, ConnectionWords.YouHaveJoined(home, program), cancel);
        return new Say(ConnectionWords.HasJoined(other, people));
    }

    private async Task<string> GiveAsync(ChatTurn turn, Installation? answers, CancellationToken cancel)
    {
        await db.ConnectionCodes.Where(row => row.InstallationId == turn.Installation.Id).ExecuteDeleteAsync(cancel);
        var code = RandomNumberGenerator.GetString(CodeLetters.All, CodeLetters.Count);
        db.ConnectionCodes.Add(ConnectionCode.Of(turn.Installation, turn.Account, Hash(code), turn.Now, answers));
        LogGave(turn.Installation.Id, turn.Account.Id);
        return code;
    }

    private async Task TellAsync(ChatTurn turn, Installation there, ChatMessage message, CancellationToken cancel)
    {
        foreach (var organizer in await db.People.OrganizersOfAsync(there.Id, cancel))
            if (organizer.Id != turn.Account.Id) outbox.ToPeople([organizer], message, whenInDoubt: WhenInDoubt.SendAgain);
    }

    /// <summary>From here on what is read of installations holds until the transaction ends.</summary>
    private async Task LockAsync(ChatTurn turn, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('organizations'))", cancel);
        await db.SaveChangesAsync(cancel);
        await db.Entry(turn.Installation).ReloadAsync(cancel);
    }

    private Task<Installation> FindAsync(Guid id, CancellationToken cancel) => db.Installations.SingleAsync(each => each.Id == id, cancel);

    private Task<List<Installation>> JoinedToAsync(Installation home, CancellationToken cancel) => db.Installations.Where(each => each.JoinedTo == home.Id).OrderBy(each => each.Name).ToListAsync(cancel);

    /// <summary>Whatever it has joined.</summary>
    private Task<Domain.Programs.PairingProgram> OwnAsync(Installation installation, CancellationToken cancel) => db.Programs.OrderBy(each => each.Id).FirstAsync(each => each.InstallationId == installation.Id, cancel);

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(code));

    [LoggerMessage(Level = LogLevel.Information, Message = "Installation {Installation} gave {Organizer} a code to connect it with another")]
    private partial void LogGave(Guid installation, Guid organizer);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Installation {Installation} was given a wrong code, {Count} in this hour")]
    private partial void LogWrong(Guid installation, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Installation {Joined} has joined {Home}: {Organizer} and {Other} agreed on it")]
    private partial void LogConnected(Guid joined, Guid home, Guid organizer, Guid other);

    [LoggerMessage(Level = LogLevel.Information, Message = "Installation {Joined} has left {Home}: {Organizer} asked for it")]
    private partial void LogDisconnected(Guid joined, Guid home, Guid organizer);
}
