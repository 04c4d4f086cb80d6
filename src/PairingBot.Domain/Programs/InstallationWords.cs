using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>What people hear about the bot's own place in their workspace.</summary>
public static class InstallationWords
{
    /// <summary>Somebody calls the bot in a workspace that has not added it, or no longer has it.</summary>
    public static Reply NotInstalled(Uri? installAt) => Reply.Say("not-installed", installAt is null
        ? Texts.Of("installation.not-installed")
        : Texts.Of("installation.not-installed.add", ("link", new WebLink(installAt.AbsoluteUri, Texts.Plain("installation.not-installed.link")))));

    /// <summary>To an organizer, once: matches get no chat of their own, because a permission is missing.</summary>
    public static ChatMessage ChatsMissing(string permission) => ChatMessage.Of("chats-missing", Texts.Of("installation.chats-missing", ("permission", permission)));

    /// <summary>To whoever added the bot, once.</summary>
    public static ChatMessage PermissionMissing(Uri installAt) => ChatMessage.Of("permission-missing", Texts.Of(
        "installation.permission-missing", ("link", new WebLink(installAt.AbsoluteUri, Texts.Plain("installation.permission-missing.link")))));
}
