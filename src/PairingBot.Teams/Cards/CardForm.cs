using System.Text.Json;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>
/// A form that was sent: which, what came back under its fields, and the form itself as it was shown (it travels in the button's data), so that it can be shown again with everything
/// that was typed. <paramref name="Shown"/> is null when it is not readable; it decides nothing but what its sender sees.
/// </summary>
internal sealed record CardForm(string Key, string Argument, FormAnswers Answers, ChatForm? Shown)
{
    /// <summary>Null when the data are no form's of ours.</summary>
    public static CardForm? Read(JsonElement data) => null;
}
