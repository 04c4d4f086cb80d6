using System.Globalization;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Wording;

namespace PairingBot.Teams.Cards;

/// <summary>One input for each kind of field.</summary>
internal static class FieldInputs
{
    private const int LongestValue = 3000, MostOptions = 100;

    public static JsonObject Render(FormField field, FieldsFilled filled)
    {
        var input = field switch
        {
            TextField text => Text(text, filled),
            OneOf one => Select(one, filled),
            AnyOf any => Checkboxes(any, filled),
            PeopleField people => People(people, filled),
            TimeField time => Input("Input.Time", InputId.Text(time.Key), filled.Value(time, time.Value?.ToString("HH:mm", CultureInfo.InvariantCulture))),
            DateField date => Input("Input.Date", InputId.Text(date.Key), filled.Value(date, date.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            _ => throw new InvalidOperationException($"A field that Teams cannot show: {field.GetType().Name}."),
        };
        input["label"] = CardText.Plain(field.Label);
        if (field.Required) (input["isRequired"], input["errorMessage"]) = (true, TeamsTexts.Plain("cards.required"));
        return input;
    }

    private static JsonObject Input(string type, string id, string? value)
    {
        var input = new JsonObject { ["type"] = type, ["id"] = id };
        if (!string.IsNullOrEmpty(value)) input["value"] = value;
        return input;
    }

    private static JsonObject Text(TextField field, FieldsFilled filled)
    {
        var longest = Math.Clamp(field.MaxLength, 1, LongestValue);
        var input = Input("Input.Text", InputId.Text(field.Key), filled.Value(field, field.Value) is { } value ? Graphemes.Cut(value, longest) : null);
        input["maxLength"] = longest;
        if (field.ManyLines) input["isMultiline"] = true;
        if (!string.IsNullOrWhiteSpace(field.Placeholder)) input["placeholder"] = CardText.Plain(field.Placeholder);
        return input;
    }

    /// <summary>Teams can't take a choice back, so where none is needed, none is a choice.</summary>
    private static JsonObject Select(OneOf field, FieldsFilled filled)
    {
        var chosen = filled.Value(field, field.Selected);
        var input = Input("Input.ChoiceSet", InputId.One(field.Key), field.Options.Any(option => option.Value == chosen) ? InputId.Write(chosen!) : null);
        IEnumerable<JsonObject> none = field.Required ? [] : [Option(InputId.Nothing, TeamsTexts.Plain("cards.no-answer"))];
        (input["style"], input["placeholder"], input["choices"]) = ("compact", TeamsTexts.Plain("cards.choose"), new JsonArray([.. none, .. field.Options.Take(MostOptions).Select(Option)]));
        return input;
    }

    private static JsonObject Checkboxes(AnyOf field, FieldsFilled filled)
    {
        var chosen = filled.Values(field, field.Selected);
        var input = Input("Input.ChoiceSet", InputId.Many(field.Key), InputId.Write(field.Options.Select(option => option.Value).Where(chosen.Contains)));
        (input["style"], input["isMultiSelect"], input["wrap"], input["choices"]) = ("expanded", true, true, new JsonArray([.. field.Options.Take(MostOptions).Select(Option)]));
        return input;
    }

    /// <summary>
    /// Teams's own way to find people (choices.data is no part of Adaptive Cards 1.5). All of the organization, which dialogs and one's own conversation with the bot may search: the members of that
    /// conversation would be its reader alone.
    /// </summary>
    private static JsonObject People(PeopleField field, FieldsFilled filled)
    {
        var input = Input("Input.ChoiceSet", InputId.Many(field.Key), InputId.Write(filled.Values(field, field.Selected)));
        (input["isMultiSelect"], input["choices"]) = (true, new JsonArray());
        input["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = "graph.microsoft.com/users" };
        return input;
    }

    private static JsonObject Option(FormOption option) => Option(InputId.Write(option.Value), string.IsNullOrWhiteSpace(option.Description)
        ? option.Label
        : TeamsTexts.Plain("cards.option", ("label", option.Label), ("description", option.Description)));

    private static JsonObject Option(string value, string title) => new() { ["title"] = CardText.Plain(title), ["value"] = value };
}
