using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Chat;

/// <summary>
/// A form in neutral fields (a modal in Slack, a dialog in Teams). <paramref name="Key"/> is one of <see cref="ChatForms"/>;
/// <paramref name="Argument"/> comes back with the answers and is never trusted more than they are. Title and labels of buttons: at most 24 characters.
/// </summary>
public sealed record ChatForm(string Key, string Title, string Submit, IReadOnlyList<FormPiece> Pieces, string Argument = "")
{
    /// <summary>Closes it, and nothing is sent.</summary>
    public string Cancel { get; init; } = Texts.Plain("buttons.cancel");
}

/// <summary>A piece of a form. The set is closed.</summary>
public abstract record FormPiece;

public sealed record FormText(ChatText Text) : FormPiece;

public sealed record FormHeading(string Text) : FormPiece;

/// <summary>Buttons inside a form: they act at once, without the form being sent.</summary>
public sealed record FormButtons(IReadOnlyList<Choice> Items) : FormPiece;

/// <summary>Something to fill in. <paramref name="Key"/> is kebab-case and unique in the form; an answer comes back under it.</summary>
public abstract record FormField(string Key, string Label, string? Hint, bool Required) : FormPiece;

/// <summary>Written words of at most <paramref name="MaxLength"/> characters (never over 3,000).</summary>
public sealed record TextField(string Key, string Label, string? Value = null, string? Hint = null, bool Required = false, bool ManyLines = false, int MaxLength = 300, string? Placeholder = null)
    : FormField(Key, Label, Hint, Required);

/// <summary>One of a few (at most 100) options.</summary>
public sealed record OneOf(string Key, string Label, IReadOnlyList<FormOption> Options, string? Selected = null, string? Hint = null, bool Required = false)
    : FormField(Key, Label, Hint, Required);

/// <summary>Any of at most ten options.</summary>
public sealed record AnyOf(string Key, string Label, IReadOnlyList<FormOption> Options, IReadOnlyList<string> Selected, string? Hint = null, bool Required = false)
    : FormField(Key, Label, Hint, Required);

/// <summary>People of the workspace, by their ids on the platform.</summary>
public sealed record PeopleField(string Key, string Label, IReadOnlyList<string> Selected, string? Hint = null, bool Required = false)
    : FormField(Key, Label, Hint, Required);

/// <summary>A channel of the workspace, by its id on the platform.</summary>
public sealed record ChannelField(string Key, string Label, string? Selected = null, string? Hint = null, bool Required = false)
    : FormField(Key, Label, Hint, Required)
{
    /// <summary>Those that are known, for platforms that cannot let anybody choose among all.</summary>
    public IReadOnlyList<FormOption> Known { get; init; } = [];
}

/// <summary>A time of day.</summary>
public sealed record TimeField(string Key, string Label, TimeOnly? Value = null, string? Hint = null, bool Required = false)
    : FormField(Key, Label, Hint, Required);

/// <summary>A day.</summary>
public sealed record DateField(string Key, string Label, DateOnly? Value = null, string? Hint = null, bool Required = false)
    : FormField(Key, Label, Hint, Required);

public sealed record FormOption(string Value, string Label, string? Description = null);

/// <summary>What came back: for each field its chosen values as text (dates as yyyy-MM-dd, times as HH:mm); a field left empty has none.</summary>
public sealed record FormAnswers(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>The one value, trimmed; empty when nothing was filled in.</summary>
    public string Text(string key) => Many(key).Count > 0 ? Many(key)[0].Trim() : "";

    public IReadOnlyList<string> Many(string key) => Values.TryGetValue(key, out var values) ? values : [];
}
