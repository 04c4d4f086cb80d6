using PairingBot.Domain.Chat;

namespace PairingBot.App.Installations;

/// <summary>News of a workspace: nobody acts, and nobody is answered.</summary>
public sealed class InstallationHandler(DirectoryHandler directory, Removals removals)
{
    public Task HearAsync(InstallationKey key, InstallationNews news, CancellationToken cancel) => news switch
    {
        PersonChanged changed => directory.HearAsync(key, changed, cancel),
        AppRemoved removal => removals.RemoveAsync(key, removal, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {news.GetType().Name}."),
    };
}
