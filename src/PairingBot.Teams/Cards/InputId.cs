namespace PairingBot.Teams.Cards;

/// <summary>
/// The ids of inputs: a field's key behind a word that tells it from the button's own data, with which Teams merges it, and that says what comes back: words as typed, one option, or several values
/// with commas between them. A comma inside a value is written otherwise.
/// </summary>
internal static class InputId
{
    /// <summary>The option to choose nothing: none of ours has a bare percent sign, once it is written.</summary>
    public const string Nothing = "%";

    private const string TextMark = "text:", OneMark = "one:", ManyMark = "many:";

    public static string Text(string key) => TextMark + key;

    public static string One(string key) => OneMark + key;

    public static string Many(string key) => ManyMark + key;

    public static string Write(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    public static string Write(IEnumerable<string> values) => string.Join(',', values.Select(Write));

    /// <summary>Null for what is no input's id.</summary>
    public static (string Key, IReadOnlyList<string> Values)? Read(string id, string value)
    {
        if (id.StartsWith(TextMark, StringComparison.Ordinal)) return (id[TextMark.Length..], value.Length == 0 ? [] : [value]);
        if (id.StartsWith(OneMark, StringComparison.Ordinal)) return (id[OneMark.Length..], value is "" or Nothing ? [] : [Plain(value)]);
        return id.StartsWith(ManyMark, StringComparison.Ordinal) ? (id[ManyMark.Length..], [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Plain)]) : null;
    }

    private static string Plain(string written) => written.Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
