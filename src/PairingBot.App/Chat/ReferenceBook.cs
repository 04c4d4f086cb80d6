using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App.Installations;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Where conversations are served, one row each. Written apart from the turn that follows: what is known of the way back stays true even if the turn fails.</summary>
public sealed class ReferenceBook(IServiceScopeFactory scopes, Clocks clocks) : IReferenceBook
{
    /// <summary>A row is written again when something is new, or to show that it is alive; not for each word that comes in.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public async Task<bool> KeepAsync(InstallationKey installation, ChatReference seen, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PairingBotDb>();
        if (await FindOrAdoptAsync(scope.ServiceProvider, db, installation, cancel) is not { } home) return false;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO chat_references (installation_id, conversation, service_address, person) VALUES ({home}, {seen.Conversation}, {seen.ServiceAddress}, {seen.Person})
            ON CONFLICT (installation_id, conversation) DO UPDATE SET service_address = excluded.service_address, person = coalesce(excluded.person, chat_references.person), seen_at = clock_timestamp()
            WHERE chat_references.service_address <> excluded.service_address OR chat_references.seen_at < clock_timestamp() - {Fresh}
                OR (excluded.person IS NOT NULL AND chat_references.person IS DISTINCT FROM excluded.person)
            """, cancel);
        return true;
    }

    public async Task<ChatReference?> OfPersonAsync(InstallationKey installation, string person, CancellationToken cancel) =>
        await QueryAsync(rows => rows.Where(row => row.Person == person), installation, cancel);

    public async Task<string?> ServiceAddressAsync(InstallationKey installation, string? conversation, CancellationToken cancel) =>
        ((conversation is null ? null : await QueryAsync(rows => rows.Where(row => row.Conversation == conversation), installation, cancel)) ?? await QueryAsync(rows => rows, installation, cancel))?.ServiceAddress;

    public async Task ForgetAsync(InstallationKey installation, string conversation, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PairingBotDb>();
        if (await db.Installations.AsNoTracking().AtAsync(installation, cancel) is { } home)
            await db.References.Where(row => row.InstallationId == home.Id && row.Conversation == conversation).ExecuteDeleteAsync(cancel);
    }

    private async Task<Guid?> FindOrAdoptAsync(IServiceProvider services, PairingBotDb db, InstallationKey installation, CancellationToken cancel)
    {
        if (await db.Installations.AsNoTracking().AtAsync(installation, cancel) is { } known) return known.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var adopted = await services.GetRequiredService<InstallationBook>().FindOrAdoptAsync(installation, clocks.Product.GetUtcNow(), cancel);
        await transaction.CommitAsync(cancel);
        return adopted?.Id;
    }

    /// <summary>The one from which something came in last.</summary>
    private async Task<ChatReference?> QueryAsync(Func<IQueryable<StoredReference>, IQueryable<StoredReference>> which, InstallationKey installation, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PairingBotDb>();
        if (await db.Installations.AsNoTracking().AtAsync(installation, cancel) is not { } home) return null;
        return await which(db.References.AsNoTracking().Where(row => row.InstallationId == home.Id)).OrderByDescending(row => row.SeenAt).ThenBy(row => row.Conversation)
            .Select(row => new ChatReference(row.Conversation, row.ServiceAddress, row.Person)).FirstOrDefaultAsync(cancel);
    }
}
