using System.Text;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Wording;

namespace PairingBot.Teams.Cards;

/// <summary>The people whom one card mentions: in its text by a tag, at its root by who is meant. Teams matches the two by the text of the tag, so no two people may have the same.</summary>
internal sealed class Mentions
{
    private const int LongestName = 100;

    private readonly Dictionary<string, string> tags = [];
    private readonly Dictionary<string, string> names = [];

    /// <summary>What stands in the text: a tag, or the name alone where the id is none of Teams's (it would cost the whole card).</summary>
    public string Of(Mention mention)
    {
        var name = Name(mention.Name);
        if (mention.LivesIn is not null || !IsId(mention.ExternalId)) return name;
        if (tags.TryGetValue(mention.ExternalId, out var tag)) return tag;
        tag = $"<at>{name}</at>";
        for (var apart = name; tags.ContainsValue(tag); tag = $"<at>{apart}</at>") apart += '\u200B'; // another of the same name: not to be seen, and not the same
        tags[mention.ExternalId] = tag;
        names[mention.ExternalId] = name;
        return tag;
    }

    public JsonArray Entities() => new([.. tags.Select(tag => new JsonObject
    {
        ["type"] = "mention",
        ["text"] = tag.Value,
        ["mentioned"] = new JsonObject { ["id"] = tag.Key, ["name"] = names[tag.Key] },
    })]);

    private static string Name(string name)
    {
        var safe = new StringBuilder();
        TypedMarks.Append(safe, Graphemes.Cut(name.Trim(), LongestName).Replace('<', '‹').Replace('>', '›'), oneLine: true);
        return safe.ToString().Trim() is { Length: > 0 } words ? words : TeamsTexts.Plain("cards.somebody");
    }

    private static bool IsId(string id) =>
        Guid.TryParseExact(id, "D", out _) || (id.Length < 300 && (id.StartsWith("29:", StringComparison.Ordinal) || id.StartsWith("8:orgid:", StringComparison.Ordinal)) && !id.Any(char.IsWhiteSpace));
}
