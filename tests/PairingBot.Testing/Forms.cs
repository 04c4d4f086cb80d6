using System.Globalization;
using PairingBot.Domain.Chat;

namespace PairingBot.Testing;

/// <summary>Forms as people send them.</summary>
public static class Forms
{
    /// <summary>Sent as it was opened, with nothing changed.</summary>
    public static FormAnswers AsOpened(ChatForm form) =>
        new(form.Pieces.OfType<FormField>().ToDictionary(field => field.Key, Values));

    /// <summary>Filled in with these; a key that comes twice has its last value.</summary>
    public static FormAnswers Filled(params (string Key, string Value)[] values) =>
        new(values.GroupBy(each => each.Key).ToDictionary(group => group.Key, IReadOnlyList<string> (group) => group.Last().Value.Length > 0 ? [group.Last().Value] : []));

    public static FormAnswers With(this FormAnswers answers, string key, params string[] values) =>
        new(new Dictionary<string, IReadOnlyList<string>>(answers.Values) { [key] = values });

    private static IReadOnlyList<string> Values(FormField field) => field switch
    {
        TextField text => One(text.Value),
        OneOf one => One(one.Selected),
        AnyOf any => any.Selected,
        PeopleField people => people.Selected,
        ChannelField channel => One(channel.Selected),
        TimeField time => One(time.Value?.ToString("HH:mm", CultureInfo.InvariantCulture)),
        DateField date => One(date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"Nobody knows how to fill in {field.GetType().Name}."),
    };

    private static IReadOnlyList<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];
}
