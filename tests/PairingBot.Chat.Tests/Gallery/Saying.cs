using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;
using PairingBot.Teams.Cards;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>Something that the bot says: which member of the domain has the words, in which case, and what comes of them.</summary>
internal sealed record Saying(string Member, string Case, object Said)
{
    /// <summary>Bound to those who read it, as whatever goes out is.</summary>
    public object Said { get; } = Said switch
    {
        ChatMessage message => message.ReadIn(Home),
        Reply reply => reply.ReadIn(Home),
        ChatHome home => home.ReadIn(Home),
        ChatForm form => form.ReadIn(Home),
        _ => Said,
    };

    private static Guid Home => StoredId.Of("installation");

    public string Name => (Case.Length == 0 ? Member : $"{Member} {Case}").Replace(' ', '-');

    /// <summary>As Slack gets it: posted, said to one person, in place of a message, a home or a modal.</summary>
    public JsonElement Rendered => Said switch
    {
        ChatMessage message => JsonSerializer.SerializeToElement(SlackMessages.Post("G01GALLERY", message), SlackJson.Default.PostMessage),
        Say say => JsonSerializer.SerializeToElement(SlackMessages.Ephemeral(say.Message), SlackJson.Default.InstantMessage),
        Replace instead => JsonSerializer.SerializeToElement(SlackMessages.AtPress(instead.Message, replace: true), SlackJson.Default.InstantMessage),
        ChatHome home => JsonSerializer.SerializeToElement(SlackMessages.Home(home), SlackJson.Default.View),
        ChatForm form => JsonSerializer.SerializeToElement(SlackForms.Render(form), SlackJson.Default.View),
        _ => throw new InvalidOperationException($"Nobody knows how to show {Said.GetType().Name}."),
    };

    /// <summary>As Teams gets it: an activity, or a dialog's card.</summary>
    public JsonObject InTeams => Said switch
    {
        ChatMessage message => TeamsMessages.Activity(message),
        Say say => TeamsMessages.Activity(say.Message),
        Replace instead => TeamsMessages.Activity(instead.Message),
        ChatHome home => TeamsMessages.Activity(new ChatMessage("home", "PairingBot", home.Pieces)),
        ChatForm form => AdaptiveCards.Form(form),
        _ => throw new InvalidOperationException($"Nobody knows how to show {Said.GetType().Name}."),
    };

    /// <summary>The card in it.</summary>
    public JsonObject Card => InTeams["attachments"] is { } attachments ? attachments[0]!["content"]!.AsObject() : InTeams;

    public string ReadAloud => Said switch
    {
        ChatMessage message => Lines(message.Pieces),
        Say say => Lines(say.Message.Pieces),
        Replace instead => Lines(instead.Message.Pieces),
        ChatHome home => Lines(home.Pieces),
        ChatForm form => $"{form.Title}\n{string.Join('\n', form.Pieces.Select(Line))}\n[{form.Submit}]  [{form.Cancel}]",
        _ => "",
    };

    private static string Lines(IEnumerable<MessagePiece> pieces) => string.Join('\n', pieces.Select(piece => piece switch
    {
        Heading heading => $"# {heading.Text}",
        Paragraph paragraph => paragraph.Text.ReadAloud(),
        Bullets bullets => string.Join('\n', bullets.Items.Select(item => $"• {item.ReadAloud()}")),
        Note note => $"({note.Text.ReadAloud()})",
        Choices choices => string.Join("  ", choices.Items.Select(Button)),
        _ => "---",
    }));

    private static string Line(FormPiece piece) => piece switch
    {
        FormText text => text.Text.ReadAloud(),
        FormHeading heading => $"# {heading.Text}",
        FormButtons buttons => string.Join("  ", buttons.Items.Select(Button)),
        FormField field => $"{field.Label}{(field.Required ? "" : " (optional)")}: {Value(field)}{(field.Hint is { } hint ? $"\n    ({hint})" : "")}",
        _ => "",
    };

    private static string Value(FormField field) => field switch
    {
        TextField text => text.Value?.ReplaceLineEndings(" / ") ?? "",
        OneOf one => string.Join(" | ", one.Options.Select(option => option.Value == one.Selected ? $"<{option.Label}>" : option.Label)),
        AnyOf any => string.Concat(any.Options.Select(option => $"\n    {(any.Selected.Contains(option.Value) ? "[x]" : "[ ]")} {option.Label}{(option.Description is { } more ? $": {more}" : "")}")),
        TimeField time => $"{time.Value:HH\\:mm}",
        DateField date => $"{date.Value:yyyy-MM-dd}",
        _ => "",
    };

    private static string Button(Choice choice) =>
        choice.Confirm is { } sure ? $"[{choice.Label}] -> {sure.Title} {sure.Text} [{sure.Yes}] [{sure.No}]" : $"[{choice.Label}]";
}
