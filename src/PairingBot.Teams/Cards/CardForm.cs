using System.Text.Json;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>
/// A form that was sent: which, what came back under its fields, and the form itself as it was shown (it travels in the button's data), so that it can be shown again with everything
/// that was typed. <paramref name="Shown"/> is null when it is not readable; it decides nothing but what its sender sees.
/// </summary>
internal sealed record CardForm(string Key, string Argument, FormAnswers Answers, ChatForm? Shown)
{
    public const string FormKey = "form", ArgumentKey = "argument", ShownKey = "shown";

    /// <summary>Null when the data are no form's of ours.</summary>
    public static CardForm? Read(JsonElement data)
    {
        if (data.Words(FormKey) is not { Length: > 0 } key) return null;
        var argument = data.Words(ArgumentKey) ?? "";
        var shown = ShownForm.Read(data.Member(ShownKey), key, argument);
        return new CardForm(key, argument, AnswersIn(data, shown), shown);
    }

    /// <summary>A field that was left empty may be missing altogether; a channel comes back as it was.</summary>
    private static FormAnswers AnswersIn(JsonElement data, ChatForm? shown)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in (shown?.Pieces ?? []).OfType<FormField>()) answers[field.Key] = field is ChannelField { Selected: { Length: > 0 } channel } ? [channel] : [];
        foreach (var (id, value) in data.AllWords())
        {
            if (InputId.Read(id, value) is { } answer) answers[answer.Key] = answer.Values;
        }

        return new FormAnswers(answers);
    }
}
