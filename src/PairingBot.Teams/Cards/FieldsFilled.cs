using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>What stands in the fields of a form that is shown again, and what is wrong with it.</summary>
internal sealed record FieldsFilled(FormAnswers? Typed, IReadOnlyDictionary<string, string>? Faults)
{
    /// <summary>What was typed, as it was; before anything was, what the form says.</summary>
    public string? Value(FormField field, string? asOpened) => Typed is null ? asOpened : Typed.Many(field.Key) is [var first, ..] ? first : null;

    public IReadOnlyList<string> Values(FormField field, IReadOnlyList<string> asOpened) => Typed is null ? asOpened : Typed.Many(field.Key);

    public string? Fault(FormField field) => Faults?.GetValueOrDefault(field.Key);
}
