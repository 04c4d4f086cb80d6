using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>A stretch of text inside a <see cref="ShownForm"/>.</summary>
internal sealed record ShownSpan(string? Kind, string? Text, string? Id = null, DateTimeOffset? At = null)
{
    public static ShownSpan Of(ChatSpan span) => span switch
    {
        Words words => new("words", words.Text),
        Strong strong => new("strong", strong.Text),
        Command command => new("command", command.Typed),
        Mention { LivesIn: not null } or ChannelMention { LivesIn: not null } => new("words", span.ReadAloud()),
        Mention mention => new("mention", mention.Name, mention.ExternalId),
        ChannelMention channel => new("channel", "", channel.ExternalId),
        Moment moment => new("moment", moment.Fallback, At: moment.At),
        WebLink link => new("link", link.Label, link.Address),
        _ => throw new InvalidOperationException($"A span that cannot travel: {span.GetType().Name}."),
    };

    /// <summary>Null when it is none of the above.</summary>
    public ChatSpan? Read() => (Kind, Text, Id) switch
    {
        ("words", { } text, _) => new Words(text),
        ("strong", { } text, _) => new Strong(text),
        ("command", { } typed, _) => new Command(typed),
        ("mention", { } name, { } id) => new Mention(id, name),
        ("channel", _, { } id) => new ChannelMention(id),
        ("moment", { } words, _) when At is { } at => new Moment(at, words),
        ("link", { } label, { } address) => new WebLink(address, label),
        _ => null,
    };
}

/// <summary>A button inside a <see cref="ShownForm"/>.</summary>
internal sealed record ShownButton(string? Action, string? Label, string? Argument, string? Tone, string? Title, string? Question, string? Yes, string? No)
{
    public static ShownButton Of(Choice choice) => new(choice.Action, choice.Label, choice.Argument, choice.Tone.ToString(), choice.Confirm?.Title, choice.Confirm?.Text, choice.Confirm?.Yes, choice.Confirm?.No);

    /// <summary>Null when it has nothing to press.</summary>
    public Choice? Read() => (Action, Label) is ({ } action, { } label)
        ? new Choice(action, label, Argument ?? "", Enum.TryParse<ChoiceTone>(Tone, out var tone) && Enum.IsDefined(tone) ? tone : ChoiceTone.Plain, Confirm())
        : null;

    private Confirmation? Confirm() => Title is { } title && Question is { } question && Yes is { } yes && No is { } no ? new Confirmation(title, question, yes, no) : null;
}
