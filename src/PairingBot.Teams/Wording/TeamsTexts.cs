using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Teams.Wording;

/// <summary>What is said on Teams's side alone, from the files beside this one, in the same way as <see cref="Texts"/>.</summary>
internal static class TeamsTexts
{
    private static readonly TextBook Book = new(typeof(TeamsTexts).Assembly);

    /// <inheritdoc cref="TextBook.Of"/>
    public static ChatText Of(string key, params ReadOnlySpan<(string Name, Hole Value)> holes) => Book.Of(key, holes);

    /// <inheritdoc cref="TextBook.Plain"/>
    public static string Plain(string key, params ReadOnlySpan<(string Name, Hole Value)> holes) => Book.Plain(key, holes);
}
