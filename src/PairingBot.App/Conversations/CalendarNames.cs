using PairingBot.Domain.People;

namespace PairingBot.App.Conversations;

/// <summary>How the company's calendars name somebody: where the platform's own ids are those of the company's directory, by that id; else by e-mail, where the platform tells it.</summary>
internal static class CalendarNames
{
    /// <returns>Null when the calendars cannot know them.</returns>
    public static string? Of(Person person) => Guid.TryParseExact(person.ExternalId, "D", out _) ? person.ExternalId : person.Email;

    /// <returns>Null unless they know everybody.</returns>
    public static IReadOnlyList<string>? OfAll(IReadOnlyCollection<Person> people) => people.Select(Of).OfType<string>().ToList() is var names && names.Count == people.Count ? names : null;
}
