using System.Text.Json.Nodes;

namespace PairingBot.Playground.BlockKit;

/// <summary>Options to choose from, and the rule that what is chosen at first must be one of them to the letter.</summary>
internal static class OptionCheck
{
    public static void Check(Piece option, bool plainOnly, bool mayLink = false)
    {
        if (mayLink) option.Only("text", "value", "description", "url");
        else option.Only("text", "value", "description");
        option.Need("text").Need("value").String("value", 150).String("url", 3_000);
        if (plainOnly) option.PlainText("text", 75).PlainText("description", 75);
        else option.Text("text", 75).Text("description", 75);
    }

    public static void CheckInitial(Piece element, IReadOnlyCollection<Piece> options)
    {
        if (element.Object("initial_option") is { } one) CheckIsOffered(one, options);
        foreach (var chosen in element.Objects("initial_options", 1, 100)) CheckIsOffered(chosen, options);
    }

    public static void CheckUniqueValues(IEnumerable<Piece> options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (option.Value("value") is { } value && !seen.Add(value)) option.Say($"duplicate value: {value}", "value");
        }
    }

    private static void CheckIsOffered(Piece chosen, IReadOnlyCollection<Piece> options)
    {
        if (!options.Any(option => JsonNode.DeepEquals(option.Json, chosen.Json))) chosen.Say("must be an exact match of one of the options");
    }
}
