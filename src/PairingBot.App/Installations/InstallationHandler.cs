using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Installations;

/// <summary>News of a workspace: nobody acts, and nobody is answered.</summary>
public sealed class InstallationHandler(PairingBotDb db, DirectoryHandler directory, ChannelHandler channels, Removals removals, TimeProvider time)
{
    public Task HearAsync(InstallationKey key, InstallationNews news, CancellationToken cancel) => news switch
    {
        PersonChanged changed => directory.HearAsync(key, changed, cancel),
        PersonReached reached => directory.HearAsync(key, reached, cancel),
        PersonLost lost => directory.HearAsync(key, lost, cancel),
        AppRemoved removal => removals.RemoveAsync(key, removal, cancel),
        _ => HearOfChannelAsync(key, news, cancel),
    };

    /// <summary>A workspace that removed the bot tells us nothing any more that we may keep.</summary>
    private async Task HearOfChannelAsync(InstallationKey key, InstallationNews news, CancellationToken cancel)
    {
        if (await db.Installations.AtAsync(key, cancel) is not { IsActive: true } installation) return;
        var now = time.GetUtcNow();
        await (news switch
        {
            ChannelJoined joined => channels.JoinAsync(installation, joined, now, cancel),
            ChannelLeft left => channels.LeaveAsync(installation, left, now, cancel),
            ChannelMoved moved => channels.MoveAsync(installation, moved, cancel),
            ChannelGroupEntered entered => channels.EnterAsync(installation, entered, now, cancel),
            ChannelGroupLeft left => channels.LeaveAsync(installation, left, cancel),
            PeopleJoinedGroup joined => channels.JoinAsync(installation, joined, now, cancel),
            PeopleLeftGroup left => channels.LeaveAsync(installation, left, now, cancel),
            ChannelClosed closed => channels.CloseAsync(installation, closed, cancel),
            _ => throw new InvalidOperationException($"Nobody handles {news.GetType().Name}."),
        });
    }
}
