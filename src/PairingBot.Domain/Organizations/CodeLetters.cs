using System.Text;

namespace PairingBot.Domain.Organizations;

/// <summary>How a code is written and read: twelve of thirty letters and digits (58 bits) in groups of four, without those that look like another.</summary>
public static class CodeLetters
{
    public const string All = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public const int Count = 12;

    private const int Group = 4;

    /// <summary>For reading out: "AB2C-DE3F-GH4J".</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(Group).Select(group => new string(group)));

    /// <summary>As it was typed, in whatever case, with spaces and dashes of any kind.</summary>
    /// <returns>Null when it can be none.</returns>
    public static string? Read(string typed)
    {
        var code = new StringBuilder(Count);
        foreach (var letter in typed.ToUpperInvariant())
        {
            if (!char.IsLetterOrDigit(letter)) continue;
            if (!All.Contains(letter, StringComparison.Ordinal) || code.Length == Count) return null;
            code.Append(letter);
        }

        return code.Length == Count ? code.ToString() : null;
    }
}
