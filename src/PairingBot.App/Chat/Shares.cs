using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Chat;

/// <summary>
/// A message to several people who have no conversation in common with the bot, as one message for each: where the platform has none for them, and where they live in several installations. An
/// introduction tells each of them, too, how to write to the others, where that is known.
/// </summary>
public sealed class Shares(PairingBotDb db, Vault vault)
{
    public async Task<IReadOnlyList<OutboxMessage>> OfAsync(OutboxMessage row, Apart apart, CancellationToken cancel)
    {
        if (row.To != OutboxAddress.Across)
        {
            var links = row.Opener is null ? null : await apart.FindLinks(cancel);
            return [.. row.Address.Split(',').Select(person => Share(row, row.InstallationId, person, person, WithLink(links?.GetValueOrDefault(person)), bound: null))];
        }

        var ids = row.Address.Split(',').Select(id => Guid.ParseExact(id, "N")).ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id).ToListAsync(cancel);
        return [.. people.Select(person => Share(
            row, person.InstallationId, person.ExternalId, person.Id.ToString("N", CultureInfo.InvariantCulture), row.Opener is null ? null : message => Introduction.WithContacts(message, person, people), person.InstallationId))];
    }

    private OutboxMessage Share(OutboxMessage row, Guid installation, string externalId, string key, Func<ChatMessage, ChatMessage>? introduce, Guid? bound) => new()
    {
        InstallationId = installation,
        Lane = "people:" + externalId,
        To = OutboxAddress.People,
        Address = externalId,
        Content = Rewritten(row.Content, introduce, bound),
        Opener = row.Opener is null ? null : Rewritten(row.Opener, null, bound),
        Once = row.Once is null ? null : $"{row.Once}:{key}",
        WhenInDoubt = row.WhenInDoubt,
        PartOf = row.Id,
    };

    private static Func<ChatMessage, ChatMessage>? WithLink(Uri? link) => link is null ? null : message => Introduction.WithLink(message, link);

    private byte[] Rewritten(byte[] content, Func<ChatMessage, ChatMessage>? introduce, Guid? bound)
    {
        if (introduce is null && bound is null) return content;
        var message = StoredJson.Read<ChatMessage>(vault.Open(content, Outbox.Context));
        if (introduce is not null) message = introduce(message);
        if (bound is { } installation) message = message.ReadIn(installation);
        return vault.Seal(StoredJson.WriteBytes(message), Outbox.Context);
    }
}
