using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Testing;

/// <summary>A colleague with only what a test cares about. The id comes from the name, so it is the same in every run.</summary>
public static class Somebody
{
    public static Person Called(string name, string zone = "Etc/UTC", Profile? profile = null, IEnumerable<Skill>? skills = null, bool isAdmin = false, string? externalId = null)
    {
        var person = Person.Meet(StoredId.Of("installation"), externalId ?? "U" + string.Concat(name.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)));
        person.Listed(new DirectoryPerson(person.ExternalId, name, null, zone, null, isAdmin, false, DirectoryStanding.Member));
        person.Describe(profile ?? Profile.Blank, skills ?? [], null);
        return StoredId.Give(person, name);
    }

    /// <summary>The same person in another installation, where their id means nobody else.</summary>
    public static Person MovedTo(string installation, Person person)
    {
        typeof(Person).GetProperty(nameof(Person.InstallationId))!.SetValue(person, StoredId.Of(installation));
        return person;
    }

    public static Person Working(string name, string zone, int from, int to) =>
        Called(name, zone, new Profile { WorkFrom = new TimeOnly(from, 0), WorkTo = new TimeOnly(to, 0) });
}
