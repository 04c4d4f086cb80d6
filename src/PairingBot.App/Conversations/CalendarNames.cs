using PairingBot.Domain.People;

namespace PairingBot.App.Conversations;

/// <summary>How the company's calendars name somebody: by e-mail, where the directory tells it; else, where the platform's own ids are those of the company's directory, by that id, which has then to be looked up.</summary>
internal static class CalendarNames
{
    /// <returns>Null when the calendars cannot know them.</returns>
    public static string? Of(Person person) => person.Email ?? (Guid.TryParseExact(person.ExternalId, "D", out _) ? person.ExternalId : null);

    /// <returns>Null unless they know everybody.</returns>
    public static IReadOnlyList<string>? OfAll(IReadOnlyCollection<Person> people) => people.Select(Of).OfType<string>().ToList() is var names && names.Count == people.Count ? names : null;
}
