using System.Globalization;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Blocks;

/// <summary>One element for each kind of field.</summary>
internal static class FieldElements
{
    /// <summary>Channels that the company owns alone: an announcement must not reach another company.</summary>
    private static readonly ConversationFilter OwnChannels = new(["public", "private"], ExcludeExternalSharedChannels: true);

    public static Element Render(FormField field) => field switch
    {
        TextField text => Text(text),
        OneOf one => Select(one),
        AnyOf any => Checkboxes(any),
        PeopleField people => new PeopleElement(people.Key, people.Selected.Count > 0 ? people.Selected : null),
        ChannelField channel => new ConversationElement(channel.Key, string.IsNullOrEmpty(channel.Selected) ? null : channel.Selected, OwnChannels),
        TimeField time => new TimeElement(time.Key, time.Value?.ToString("HH:mm", CultureInfo.InvariantCulture)),
        DateField date => new DateElement(date.Key, date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"A field that Slack cannot show: {field.GetType().Name}."),
    };

    private static TextElement Text(TextField field)
    {
        var longest = Math.Clamp(field.MaxLength, 1, SlackLimits.Input);
        return new TextElement(
            field.Key,
            string.IsNullOrEmpty(field.Value) ? null : Graphemes.Cut(field.Value, longest),
            field.ManyLines ? true : null,
            longest,
            TextObject.PlainOrNull(field.Placeholder, SlackLimits.Placeholder));
    }

    /// <summary>An initial option must equal one of the options exactly, so it is one of them, or none.</summary>
    private static SelectElement Select(OneOf field)
    {
        OptionObject[] options = [.. field.Options.Take(SlackLimits.Options).Select(Option)];
        return new SelectElement(field.Key, options, options.FirstOrDefault(option => option.Value == field.Selected));
    }

    private static CheckboxesElement Checkboxes(AnyOf field)
    {
        OptionObject[] options = [.. field.Options.Take(SlackLimits.Checkboxes).Select(Option)];
        OptionObject[] chosen = [.. options.Where(option => field.Selected.Contains(option.Value))];
        return new CheckboxesElement(field.Key, options, chosen.Length > 0 ? chosen : null);
    }

    private static OptionObject Option(FormOption option) => new(
        TextObject.Plain(option.Label, SlackLimits.Option),
        option.Value,
        TextObject.PlainOrNull(option.Description, SlackLimits.Option));
}
