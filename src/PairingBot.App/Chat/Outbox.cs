using System.Text;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Chat;

/// <summary>
/// Where everything that the bot says begins: rows, added in the transaction of the change, sent by <see cref="OutboxWorker"/>.
/// <para>
/// What a crash or a lost answer can repeat. Neither Slack nor Teams lets a post be marked as "the same as before", so a post whose answer never came is posted
/// again: nothing is lost, and one message may stand twice. For an introduction this must not happen. It goes in steps that are each recorded: the
/// conversation is opened (safe to repeat), a one-line opener is posted ("Ana, meet Ben."), and that very message is then replaced by the introduction (safe to
/// repeat). So the one message that a crash can repeat around an introduction is its <b>opener</b>: each conversation holds exactly one introduction.
/// A nudge, prompt or note is a plain post: at most the one that was on its way at the moment of the crash can stand twice.
/// </para>
/// </summary>
public sealed class Outbox(PairingBotDb db, Vault vault)
{
    internal const string Context = "outbox";

    /// <summary>A direct message to one person, or a group message to several.</summary>
    /// <param name="once">A key under which this message exists at most once.</param>
    /// <param name="opener">Posted first and then replaced by the message: for what must not stand twice.</param>
    public void ToPeople(Guid installation, IEnumerable<Person> people, ChatMessage message, string? once = null, ChatMessage? opener = null)
    {
        var members = Members(people.Select(person => person.ExternalId));
        db.Outbox.Add(new OutboxMessage
        {
            InstallationId = installation,
            Lane = "people:" + members,
            To = OutboxAddress.People,
            Address = members,
            Content = Seal(message),
            Opener = opener is null ? null : Seal(opener),
            Once = once,
        });
    }

    public void ToChannel(Guid installation, string channel, ChatMessage message, string? once = null) => db.Outbox.Add(new OutboxMessage
    {
        InstallationId = installation,
        Lane = "channel:" + channel,
        To = OutboxAddress.Channel,
        Address = channel,
        Content = Seal(message),
        Once = once,
    });

    public void ToHome(Person person, ChatHome home) => db.Outbox.Add(new OutboxMessage
    {
        InstallationId = person.InstallationId,
        Lane = "home:" + person.ExternalId,
        To = OutboxAddress.Home,
        Address = person.ExternalId,
        Content = vault.Seal(StoredJson.WriteBytes(home), Context),
    });

    /// <summary>The answer to a press, for the presser alone or in place of the message that held the button.</summary>
    public void ToPress(Person presser, string replyHandle, ChatMessage message, bool replaces) => db.Outbox.Add(new OutboxMessage
    {
        InstallationId = presser.InstallationId,
        Lane = "press:" + presser.ExternalId,
        To = OutboxAddress.Press,
        Address = Convert.ToBase64String(vault.Seal(Encoding.UTF8.GetBytes(replyHandle), Context)),
        Content = Seal(message),
        Replaces = replaces,
    });

    /// <summary>The same people give the same text, in whatever order they come.</summary>
    internal static string Members(IEnumerable<string> externalIds) => string.Join(',', externalIds.Order(StringComparer.Ordinal));

    private byte[] Seal(ChatMessage message) => vault.Seal(StoredJson.WriteBytes(message), Context);
}
