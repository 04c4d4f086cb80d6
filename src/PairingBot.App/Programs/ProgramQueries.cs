using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

internal static class ProgramQueries
{
    /// <summary>The one program of the people of an installation: its own, or that of the home which it has joined.</summary>
    public static Task<PairingProgram> OfAsync(this IQueryable<PairingProgram> programs, Installation installation, CancellationToken cancel) =>
        programs.OrderBy(each => each.Id).FirstAsync(each => each.InstallationId == installation.Home, cancel);

    /// <summary>Whoever an installation knows by this id, locked for this transaction; where that is not the account that counts for somebody, the one that does.</summary>
    public static async Task<Person?> LockedPersonAsync(this PairingBotDb db, Guid installation, string externalId, CancellationToken cancel)
    {
        var account = await db.People.FromSql($"SELECT * FROM people WHERE installation_id = {installation} AND external_id = {externalId} FOR NO KEY UPDATE").FirstOrDefaultAsync(cancel);
        return account?.SameAs is { } counted ? await db.People.FromSql($"SELECT * FROM people WHERE id = {counted} FOR NO KEY UPDATE").SingleAsync(cancel) : account;
    }

    /// <summary>The installations whose people this program pairs. (A program whose installation has joined a home rests.)</summary>
    public static IQueryable<Installation> Of(this IQueryable<Installation> installations, PairingProgram program) =>
        installations.Where(each => each.Id == program.InstallationId || each.JoinedTo == program.InstallationId);
}
