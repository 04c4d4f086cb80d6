using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Chat;

/// <summary>
/// A message to several people who have no conversation in common with the bot, as one message for each. An introduction tells each of them, too, how to write to the others, where that is known.
/// </summary>
public sealed class Shares(Vault vault)
{
    public async Task<IEnumerable<OutboxMessage>> OfAsync(OutboxMessage row, Apart apart, CancellationToken cancel)
    {
        var links = row.Opener is null ? null : await apart.FindLinks(cancel);
        return row.Address.Split(',').Select(person => Of(row, person, links?.GetValueOrDefault(person)));
    }

    private OutboxMessage Of(OutboxMessage row, string person, Uri? link) => new()
    {
        InstallationId = row.InstallationId,
        Lane = "people:" + person,
        To = OutboxAddress.People,
        Address = person,
        Content = link is null ? row.Content : WithLink(row.Content, link),
        Opener = row.Opener,
        Once = row.Once is null ? null : $"{row.Once}:{person}",
        WhenInDoubt = row.WhenInDoubt,
        PartOf = row.Id,
    };

    private byte[] WithLink(byte[] content, Uri link)
    {
        var message = StoredJson.Read<ChatMessage>(vault.Open(content, Outbox.Context));
        return vault.Seal(StoredJson.WriteBytes(Introduction.WithLink(message, link)), Outbox.Context);
    }
}
