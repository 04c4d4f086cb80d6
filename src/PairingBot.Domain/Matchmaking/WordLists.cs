namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Lists of words that are kept as text beside the code: one list a line, <c>name: word word word</c>; <c>#</c> begins a comment. They are written for people to read
/// and to add to.
/// </summary>
internal static class WordLists
{
    /// <exception cref="FormatException">A line has no name.</exception>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Words)> Read(string file)
    {
        var home = typeof(WordLists).Assembly;
        using var reader = new StreamReader(home.GetManifestResourceStream("WordLists." + file) ?? throw new InvalidOperationException($"{file} is not in the assembly."));
        List<(string, IReadOnlyList<string>)> lists = [];
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) throw new FormatException($"“{line}” in {file} has no name.");
            lists.Add((line[..colon].Trim(), line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        return lists;
    }
}
