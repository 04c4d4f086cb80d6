using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Chat;

/// <summary>
/// A message to several people who have no conversation in common with the bot, as one message for each. An introduction tells each of them, too, how to write to the others, where that is known.
/// </summary>
public sealed class Shares(Vault vault)
{
    public IEnumerable<OutboxMessage> Of(OutboxMessage row, Apart apart) => row.Address.Split(',').Select(person => new OutboxMessage
    {
        InstallationId = row.InstallationId,
        Lane = "people:" + person,
        To = OutboxAddress.People,
        Address = person,
        Content = row.Opener is not null && apart.Links.TryGetValue(person, out var link) ? WithLink(row.Content, link) : row.Content,
        Opener = row.Opener,
        Once = row.Once is null ? null : $"{row.Once}:{person}",
        WhenInDoubt = row.WhenInDoubt,
        PartOf = row.Id,
    });

    private byte[] WithLink(byte[] content, Uri link)
    {
        var message = StoredJson.Read<ChatMessage>(vault.Open(content, Outbox.Context));
        return vault.Seal(StoredJson.WriteBytes(Introduction.WithLink(message, link)), Outbox.Context);
    }
}
