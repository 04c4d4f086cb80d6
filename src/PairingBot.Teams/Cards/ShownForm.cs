using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>
/// A form as it travels in the data of its own button, short: without what stood in its fields, because what was typed takes that place. Only a channel goes with it, which can
/// not always be chosen on a card and must not be lost. Whatever it says when it comes back decides nothing but what its sender sees.
/// </summary>
internal sealed record ShownForm(string? Title, string? Submit, string? Cancel, IReadOnlyList<ShownPiece?>? Pieces)
{
    public static JsonObject Write(ChatForm form) =>
        JsonSerializer.SerializeToNode(new ShownForm(form.Title, form.Submit, form.Cancel, [.. form.Pieces.Select(ShownPiece.Of)]), TeamsJson.Default.ShownForm)!.AsObject();

    /// <summary>Null when it is not readable.</summary>
    public static ChatForm? Read(JsonElement shown, string key, string argument)
    {
        if (shown.ValueKind != JsonValueKind.Object) return null;
        try
        {
            if (shown.Deserialize(TeamsJson.Default.ShownForm) is not { Title: { } title, Submit: { } submit, Pieces: { } pieces } form) return null;
            var read = pieces.Select(piece => piece?.Read()).OfType<FormPiece>().ToList();
            return read.Count == pieces.Count ? new ChatForm(key, title, submit, read, argument) { Cancel = form.Cancel ?? "" } : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException) // the second for half a character
        {
            return null;
        }
    }
}

/// <summary>A piece of it: which of these are there says what it is, with <paramref name="Kind"/>.</summary>
internal sealed record ShownPiece(string? Kind, string? Key = null, string? Label = null, string? Hint = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Required { get; init; }

    public IReadOnlyList<ShownSpan?>? Words { get; init; }

    public IReadOnlyList<ShownButton?>? Buttons { get; init; }

    public IReadOnlyList<ShownOption?>? Options { get; init; }

    public int? Most { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ManyLines { get; init; }

    public string? Placeholder { get; init; }

    public string? Value { get; init; }

    public static ShownPiece Of(FormPiece piece) => piece switch
    {
        FormText text => new("words") { Words = [.. text.Text.Spans.Select(ShownSpan.Of)] },
        FormHeading heading => new("heading", Label: heading.Text),
        FormButtons buttons => new("buttons") { Buttons = [.. buttons.Items.Select(ShownButton.Of)] },
        TextField text => Field("text", text) with { Most = text.MaxLength, ManyLines = text.ManyLines, Placeholder = text.Placeholder },
        OneOf one => Field("one", one) with { Options = [.. one.Options.Select(ShownOption.Of)] },
        AnyOf any => Field("any", any) with { Options = [.. any.Options.Select(ShownOption.Of)] },
        PeopleField people => Field("people", people),
        ChannelField channel => Field("channel", channel) with { Value = channel.Selected, Options = channel.Known.Count == 0 ? null : [.. channel.Known.Select(ShownOption.Of)] },
        TimeField time => Field("time", time),
        DateField date => Field("date", date),
        _ => throw new InvalidOperationException($"A piece of a form that cannot travel: {piece.GetType().Name}."),
    };

    /// <summary>Null when it is none of the above.</summary>
    public FormPiece? Read() => (Kind, Key, Label) switch
    {
        ("words", _, _) => new FormText(new ChatText([.. (Words ?? []).Select(span => span?.Read()).OfType<ChatSpan>()])),
        ("heading", _, { } text) => new FormHeading(text),
        ("buttons", _, _) => new FormButtons([.. (Buttons ?? []).Select(button => button?.Read()).OfType<Choice>()]),
        ("text", { } key, { } label) => new TextField(key, label, null, Hint, Required, ManyLines, Most ?? 300, Placeholder),
        ("one", { } key, { } label) => new OneOf(key, label, Choices(), null, Hint, Required),
        ("any", { } key, { } label) => new AnyOf(key, label, Choices(), [], Hint, Required),
        ("people", { } key, { } label) => new PeopleField(key, label, [], Hint, Required),
        ("channel", { } key, { } label) => new ChannelField(key, label, Value, Hint, Required) { Known = Choices() },
        ("time", { } key, { } label) => new TimeField(key, label, null, Hint, Required),
        ("date", { } key, { } label) => new DateField(key, label, null, Hint, Required),
        _ => null,
    };

    private static ShownPiece Field(string kind, FormField field) => new(kind, field.Key, field.Label, field.Hint) { Required = field.Required };

    private IReadOnlyList<FormOption> Choices() => [.. (Options ?? []).Select(option => option?.Read()).OfType<FormOption>()];
}

internal sealed record ShownOption(string? Value, string? Label, string? More)
{
    public static ShownOption Of(FormOption option) => new(option.Value, option.Label, option.Description);

    public FormOption? Read() => Value is { } value && Label is { } label ? new FormOption(value, label, More) : null;
}
