using PairingBot.Domain.Chat;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>What the bot says where several installations belong to one organization.</summary>
internal static class SayingsOfOrganizations
{
    private const string Code = "AB2CDE3FGH4J";

    public static IEnumerable<Saying> Of(Cast cast)
    {
        var (home, joined) = (Called("Fernhill"), Called("Contoso"));
        yield return Connection(nameof(ConnectionWords.OnlyForOrganizers), ConnectionWords.OnlyForOrganizers);
        yield return Connection(nameof(ConnectionWords.FirstCode), ConnectionWords.FirstCode(Code, cast.Program));
        yield return Connection(nameof(ConnectionWords.SecondCode), ConnectionWords.SecondCode(Code, cast.Program, home));
        yield return Connection(nameof(ConnectionWords.OwnCode), ConnectionWords.OwnCode);
        foreach (var left in (int[])[4, 1, 0]) yield return Connection(nameof(ConnectionWords.WrongCode), ConnectionWords.WrongCode(left), $"{left} left");
        yield return Connection(nameof(ConnectionWords.Wait), ConnectionWords.Wait(cast.Ana, cast.Now));
        yield return Connection(nameof(ConnectionWords.OtherGone), ConnectionWords.OtherGone);
        yield return Connection(nameof(ConnectionWords.OtherJoined), ConnectionWords.OtherJoined(joined));
        yield return Connection(nameof(ConnectionWords.IsHome), ConnectionWords.IsHome([joined]));
        yield return Connection(nameof(ConnectionWords.AlreadyJoined), ConnectionWords.AlreadyJoined(home));
        yield return Connection(nameof(ConnectionWords.HasJoined), ConnectionWords.HasJoined(joined, 120));
        yield return Connection(nameof(ConnectionWords.HasJoined), ConnectionWords.HasJoined(joined, 0), "nobody");
        yield return Connection(nameof(ConnectionWords.YouHaveJoined), ConnectionWords.YouHaveJoined(home, cast.Program));
        yield return Connection(nameof(ConnectionWords.AskToDisconnect), ConnectionWords.AskToDisconnect([(joined, home)]));
        yield return Connection(nameof(ConnectionWords.Disconnected), ConnectionWords.Disconnected(home));
        yield return Connection(nameof(ConnectionWords.NothingToDisconnect), ConnectionWords.NothingToDisconnect);
        yield return Connection(nameof(ConnectionWords.HomeRemoved), ConnectionWords.HomeRemoved(joined, home));
        yield return Connection(nameof(ConnectionWords.HomeRemoved), ConnectionWords.HomeRemoved(joined, Installation.Adopt(home.Key, Sample.Now)), "nameless");
        var (ana, other) = (WithAddress("Ana Lima"), Elsewhere("Ana Lima"));
        yield return Twin(nameof(TwinWords.Question), TwinWords.Question(ana, other, joined));
        yield return Twin(nameof(TwinWords.Kept), TwinWords.Kept(joined));
        yield return Twin(nameof(TwinWords.One), TwinWords.One(other, joined, isHere: true), "here");
        yield return Twin(nameof(TwinWords.One), TwinWords.One(other, joined, isHere: false), "there");
        yield return Twin(nameof(TwinWords.Two), TwinWords.Two);
        yield return Twin(nameof(TwinWords.Settled), TwinWords.Settled);
        yield return Twin(nameof(TwinWords.Busy), TwinWords.Busy);
        yield return Twin(nameof(TwinWords.Undone), TwinWords.Undone);
        var ben = Elsewhere("Ben Okafor");
        yield return Introduced(cast.Pair(new Peer()), "across", ben, cast.Ana);
        yield return Introduced(cast.Pair(new Peer()), "across without an address", Somewhere("Ben Okafor", null), cast.Ana);
        yield return Introduced(cast.Trio(new Peer()), "across trio", ben, cast.Ana, cast.Cem);

        Saying Introduced(Pairing pairing, string which, params Person[] people) => new(
            $"{nameof(Introduction)}.{nameof(Introduction.WithContacts)}", which, Introduction.WithContacts(Introduction.Message(pairing, new Peer(), people, new Dictionary<Guid, string>()), cast.Ana, people));
    }

    /// <summary>As somebody of another installation, by an id that means nobody where the reader is.</summary>
    public static Person Elsewhere(string name) => Somewhere(name, $"{PersonName.First(name).ToLowerInvariant()}@example.com");

    private static Person WithAddress(string name)
    {
        var person = Somebody.Called(name);
        person.Listed(new DirectoryPerson(person.ExternalId, name, null, null, null, false, false, DirectoryStanding.Member) { Email = "ana@example.com" });
        return person;
    }

    private static Person Somewhere(string name, string? address)
    {
        var person = Person.Meet(StoredId.Of("another installation"), "UELSEWHERE");
        person.Listed(new DirectoryPerson(person.ExternalId, name, null, "Europe/Berlin", null, false, false, DirectoryStanding.Member) { Email = address });
        return StoredId.Give(person, PersonName.First(name));
    }

    private static Installation Called(string name)
    {
        var installation = Installation.Adopt(new InstallationKey("slack", "T0" + name), Sample.Now);
        installation.Identified(new DirectoryWorkspace(installation.Key, name, "UBOT"));
        return installation;
    }

    private static Saying Connection(string member, object said, string which = "") => new($"{nameof(ConnectionWords)}.{member}", which, said);

    private static Saying Twin(string member, object said, string which = "") => new($"{nameof(TwinWords)}.{member}", which, said);
}
