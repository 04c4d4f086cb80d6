using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Programs;

/// <summary>What people hear about the bot's own place in their workspace.</summary>
public static class InstallationWords
{
    /// <summary>Somebody calls the bot in a workspace that has not added it, or no longer has it.</summary>
    public static Reply NotInstalled(Uri? installAt) => Reply.Say("not-installed", installAt is null
        ? ChatText.Of($"I am not installed in this workspace at the moment, so I can do nothing here. Please ask the person who looks after me to add me again. Everything you told me before is still here.")
        : ChatText.Of($"I am not installed in this workspace, so I can do nothing here. Somebody who may add apps can change that in a minute: {new WebLink(installAt.AbsoluteUri, "Add me to this workspace")}"));

    /// <summary>To whoever added the bot, once.</summary>
    public static ChatMessage PermissionMissing(Uri installAt) => ChatMessage.Of("permission-missing", ChatText.Of(
        $"I lack a permission that I need, so some messages to your colleagues are waiting. You added me here, so you can mend it: {new WebLink(installAt.AbsoluteUri, "add me once more")} and press Allow. The messages then go out by themselves."));
}
