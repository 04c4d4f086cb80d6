using PairingBot.Domain.Wording;

namespace PairingBot.Domain.People;

/// <summary>A few free words, as people write them: with commas or on lines of their own. Kept as one line ("nursing, teaching").</summary>
public static class TagList
{
    public const int MostTags = 10;

    private const int LongestTag = 40;

    private static readonly char[] Between = ['\n', ',', ';'];

    /// <summary>Each once, in the order in which they were written.</summary>
    public static IReadOnlyList<string> Of(string? written) =>
        [.. (written ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The line that is kept (null for none), or a fault that says what to write instead.</summary>
    public static (string? Tags, string? Fault) Read(string typed)
    {
        var tags = Of(typed);
        if (tags.Count > MostTags) return (null, Texts.Plain("settings.too-many-tags", ("most", MostTags)));
        return tags.Any(tag => tag.Length > LongestTag) ? (null, Texts.Plain("settings.tag-too-long")) : (tags.Count == 0 ? null : string.Join(", ", tags), null);
    }
}
