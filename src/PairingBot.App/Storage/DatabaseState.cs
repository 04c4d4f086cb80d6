using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PairingBot.App.Storage;

/// <summary>Whether the database can be used: reachable, and with every migration that this version knows.</summary>
public static class DatabaseState
{
    /// <returns>Null when it is ready; otherwise one sentence that says what is wrong.</returns>
    public static async Task<string?> FaultAsync(PairingBotDb db, CancellationToken cancel)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
            return pending == 0 ? null : $"The database lacks {pending} migration(s): run the command 'migrate' once.";
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException } or System.Net.Sockets.SocketException)
        {
            return "The database can not be reached: " + (failure.InnerException ?? failure).Message;
        }
    }
}
