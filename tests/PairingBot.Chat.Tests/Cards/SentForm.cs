using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Cards;

/// <summary>A form as Teams sends it: the data of its button with what stands in its inputs among them.</summary>
internal static class SentForm
{
    public static JsonObject Data(JsonObject card)
    {
        var data = card["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var input in CardRules.Inside(card["body"]).Where(thing => CardRules.Text(thing["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true && thing.ContainsKey("value")))
            data[(string)input["id"]!] = (string)input["value"]!;
        return data;
    }

    public static JsonElement Of(JsonObject card) => JsonSerializer.SerializeToElement(Data(card));

    /// <summary>What the form itself says in its fields.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Own(ChatForm form) => form.Pieces.OfType<FormField>().ToDictionary(field => field.Key, Own);

    private static IReadOnlyList<string> Own(FormField field) => field switch
    {
        TextField { Value: { Length: > 0 } text } => [text],
        OneOf one => [.. one.Options.Select(option => option.Value).Where(value => value == one.Selected)],
        AnyOf any => [.. any.Options.Select(option => option.Value).Where(any.Selected.Contains)],
        PeopleField people => people.Selected,
        ChannelField { Selected: { } channel } => [channel],
        TimeField { Value: { } time } => [time.ToString("HH:mm", CultureInfo.InvariantCulture)],
        DateField { Value: { } date } => [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        _ => [],
    };
}
