namespace PairingBot.Domain.Wording;

/// <summary>
/// A file of texts: <c>key = text</c>, one a line; a line that ends in <c>\</c> goes on in the next, whose indentation does not count; <c>\n</c> is a line break and <c>\u0020</c> a space at an end; <c>#</c> begins a comment. This is
/// the format of java.util.Properties, which translators' tools read, in UTF-8.
/// </summary>
internal static class PropertiesFile
{
    public static IEnumerable<(string Key, string Text)> Read(TextReader file)
    {
        while (file.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#')) continue;
            while (line.EndsWith('\\')) line = line[..^1] + (file.ReadLine() ?? throw new FormatException($"“{line}” goes on in a line that is not there.")).TrimStart();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw new FormatException($"“{line}” is neither a text nor a comment.");
            var (key, text) = (line[..equals].Trim(), line[(equals + 1)..].Trim());
            if (key.Length == 0 || text.Length == 0) throw new FormatException($"“{line}” lacks its key or its text.");
            yield return (key, text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\u0020", " ", StringComparison.Ordinal));
        }
    }
}
