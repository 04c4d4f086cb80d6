using System.Text.Json;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Interactions;

/// <summary>
/// What stands in one field of a form: each kind of element has its own property. A field left empty has null there, a list that was
/// cleared []: both are no answer.
/// </summary>
internal sealed record FieldState(
    string? Type,
    JsonElement? Value,
    ChosenOption? SelectedOption,
    IReadOnlyList<ChosenOption?>? SelectedOptions,
    string? SelectedUser,
    IReadOnlyList<string?>? SelectedUsers,
    string? SelectedConversation,
    IReadOnlyList<string?>? SelectedConversations,
    string? SelectedChannel,
    IReadOnlyList<string?>? SelectedChannels,
    string? SelectedDate,
    string? SelectedTime)
{
    public IReadOnlyList<string> Answers() => [.. All().OfType<string>().Where(answer => answer.Length > 0)];

    private IEnumerable<string?> All() =>
    [
        JsonText.Of(Value),
        SelectedOption?.Value,
        .. SelectedOptions?.Select(option => option?.Value) ?? [],
        SelectedUser,
        .. SelectedUsers ?? [],
        SelectedConversation,
        .. SelectedConversations ?? [],
        SelectedChannel,
        .. SelectedChannels ?? [],
        SelectedDate,
        SelectedTime,
    ];
}

internal sealed record ChosenOption(string? Value);
