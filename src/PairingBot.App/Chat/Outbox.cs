using System.Globalization;
using System.Text;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Chat;

/// <summary>
/// Where everything that the bot says begins: rows, added in the transaction of the change, sent by <see cref="OutboxWorker"/>.
/// <para>
/// What happens to a post whose answer was lost, or whose host went down: neither Slack nor Teams lets a post be marked as "the same as before", and we do not read
/// conversations to look. So it depends on the message.
/// <list type="bullet">
/// <item><b>Introductions</b> go in steps that are each recorded: the conversation is opened (safe to repeat), a one-line opener is posted ("Ana, meet Ben."), and that very
/// message is then replaced by the introduction (safe to repeat). A lost answer can repeat the <b>opener</b>; each conversation holds exactly one introduction.
/// Where the opener can't be replaced, the introduction is posted after it, and then like a reminder: never again in doubt.</item>
/// <item><b>Reminders and notices</b> (<see cref="WhenInDoubt.LetBe"/>, the default) are left at that: recorded before they are posted, and never posted again in doubt.</item>
/// <item><b>What somebody waits for or must know</b> (<see cref="WhenInDoubt.SendAgain"/>: an answer to what they wrote, why they were left out, that they take part or no longer do, a question whose silence counts) is posted again, and may stand twice.</item>
/// <item><b>Replacements</b> of a message, homes and answers to presses may be repeated without harm.</item>
/// </list>
/// Not in doubt are a connection that was never made and an answer that says no: these are always tried again.
/// </para>
/// </summary>
public sealed class Outbox(PairingBotDb db, Vault vault)
{
    internal const string Context = "outbox";

    /// <summary>A direct message to one person, or a group message to several. People of several installations have no group in common: each of them gets it alone (see <see cref="Shares"/>).</summary>
    /// <param name="people">Where they live says where it goes.</param>
    /// <param name="message">What is said.</param>
    /// <param name="once">A key under which this message exists at most once.</param>
    /// <param name="opener">Posted first and then replaced by the message: for what must not stand twice.</param>
    /// <param name="whenInDoubt">What to do when nobody can know whether it arrived.</param>
    /// <returns>The row; its id is known once the change is saved.</returns>
    public OutboxMessage ToPeople(IReadOnlyCollection<Person> people, ChatMessage message, string? once = null, ChatMessage? opener = null, WhenInDoubt whenInDoubt = WhenInDoubt.LetBe)
    {
        var installation = people.First().InstallationId;
        var areTogether = people.All(person => person.InstallationId == installation);
        var members = Members(people.Select(person => areTogether ? person.ExternalId : person.Id.ToString("N", CultureInfo.InvariantCulture)));
        var row = new OutboxMessage
        {
            InstallationId = installation,
            Lane = (areTogether ? "people:" : "across:") + members,
            To = areTogether ? OutboxAddress.People : OutboxAddress.Across,
            Address = members,
            Content = Seal(areTogether ? message.ReadIn(installation) : message),
            Opener = opener is null ? null : Seal(areTogether ? opener.ReadIn(installation) : opener),
            Once = once,
            WhenInDoubt = whenInDoubt,
        };
        db.Outbox.Add(row);
        return row;
    }

    /// <summary>Replaces an earlier direct message to this person.</summary>
    public void Replace(long earlier, Person reader, ChatMessage message) => db.Outbox.Add(new OutboxMessage
    {
        InstallationId = reader.InstallationId,
        Lane = "people:" + reader.ExternalId,
        To = OutboxAddress.People,
        Address = reader.ExternalId,
        Content = Seal(message.ReadIn(reader.InstallationId)),
        UpdatesId = earlier,
    });

    public void ToChannel(Guid installation, string channel, ChatMessage message, string? once = null) => db.Outbox.Add(new OutboxMessage
    {
        InstallationId = installation,
        Lane = "channel:" + channel,
        To = OutboxAddress.Channel,
        Address = channel,
        Content = Seal(message.ReadIn(installation)),
        Once = once,
    });

    public void ToHome(Person person, ChatHome home) => db.Outbox.Add(new OutboxMessage
    {
        InstallationId = person.InstallationId,
        Lane = "home:" + person.ExternalId,
        To = OutboxAddress.Home,
        Address = person.ExternalId,
        Content = vault.Seal(StoredJson.WriteBytes(home.ReadIn(person.InstallationId)), Context),
    });

    /// <summary>The answer to a press, for the presser alone or in place of the message that held the button.</summary>
    public void ToPress(Person presser, string replyHandle, ChatMessage message, bool replaces) => db.Outbox.Add(new OutboxMessage
    {
        InstallationId = presser.InstallationId,
        Lane = "press:" + presser.ExternalId,
        To = OutboxAddress.Press,
        Address = Convert.ToBase64String(vault.Seal(Encoding.UTF8.GetBytes(replyHandle), Context)),
        Content = Seal(message.ReadIn(presser.InstallationId)),
        Replaces = replaces,
    });

    /// <summary>The same people give the same text, in whatever order they come.</summary>
    internal static string Members(IEnumerable<string> externalIds) => string.Join(',', externalIds.Order(StringComparer.Ordinal));

    private byte[] Seal(ChatMessage message) => vault.Seal(StoredJson.WriteBytes(message), Context);
}
