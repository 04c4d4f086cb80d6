using System.Globalization;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Blocks;

/// <summary>
/// Rows of buttons. An action_id must be unique in its block, so a second button with the same action is numbered behind a tilde, which no
/// action's key has; <see cref="ActionOf"/> takes it off again when the press comes back.
/// </summary>
internal static class Buttons
{
    /// <param name="index">Which piece of the message this is: it makes the block's id unique.</param>
    public static IEnumerable<Block> Rows(Choices choices, int index) =>
        choices.Items.Chunk(SlackLimits.ButtonsInRow).Select((row, number) => new ActionsBlock(BlockId(index, number), Row(row)));

    public static string ActionOf(string actionId)
    {
        var mark = actionId.IndexOf('~', StringComparison.Ordinal);
        return mark < 0 ? actionId : actionId[..mark];
    }

    private static string BlockId(int index, int number) => string.Create(CultureInfo.InvariantCulture, $"choices-{index}-{number}");

    private static List<Element> Row(Choice[] choices)
    {
        var seen = new Dictionary<string, int>();
        var elements = new List<Element>();
        foreach (var choice in choices)
        {
            var times = seen[choice.Action] = seen.GetValueOrDefault(choice.Action) + 1;
            elements.Add(Button(choice, times == 1 ? choice.Action : string.Create(CultureInfo.InvariantCulture, $"{choice.Action}~{times}")));
        }

        return elements;
    }

    private static ButtonElement Button(Choice choice, string actionId) => new(
        actionId,
        TextObject.Plain(choice.Label, SlackLimits.Button),
        Value(choice.Argument),
        Style(choice.Tone),
        choice.Confirm is { } confirm ? Confirm(confirm) : null);

    /// <summary>An argument that was cut would mean something else, so one that is too long is a fault of ours.</summary>
    private static string? Value(string argument) => argument.Length switch
    {
        0 => null,
        <= SlackLimits.ButtonValue => argument,
        _ => throw new InvalidOperationException($"A button's argument has {argument.Length} characters."),
    };

    private static string? Style(ChoiceTone tone) => tone switch
    {
        ChoiceTone.Plain => null,
        ChoiceTone.Primary => "primary",
        ChoiceTone.Danger => "danger",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "A tone without a style."),
    };

    private static ConfirmObject Confirm(Confirmation confirm) => new(
        TextObject.Plain(confirm.Title, SlackLimits.ConfirmTitle),
        TextObject.Plain(confirm.Text, SlackLimits.ConfirmText),
        TextObject.Plain(confirm.Yes, SlackLimits.ConfirmButton),
        TextObject.Plain(confirm.No, SlackLimits.ConfirmButton));
}
