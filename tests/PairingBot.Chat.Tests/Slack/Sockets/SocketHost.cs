using Microsoft.Extensions.DependencyInjection;
using PairingBot.Domain.Chat;
using PairingBot.Slack;
using PairingBot.Slack.SocketMode;

namespace PairingBot.Chat.Tests.Slack.Sockets;

/// <summary>A bot in Socket Mode, with an app token and no signing secret, and little patience.</summary>
internal sealed class SocketHost : IAsyncDisposable
{
    public const string AppToken = "xapp-1-A1-2-abc";

    private static readonly SocketTimes Quick = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(20),
        LongestPause = TimeSpan.FromMilliseconds(100),
        SlowPause = TimeSpan.FromMilliseconds(300),
        Linger = TimeSpan.FromMilliseconds(300),
        CloseWithin = TimeSpan.FromSeconds(3),
    };

    private SocketHost(BotHost bot) => Bot = bot;

    public BotHost Bot { get; }

    public RecordingInbox Inbox => Bot.Inbox;

    public SlackDoor Door => Bot.Slack.Door;

    public static async Task<SocketHost> StartAsync(int connections = 1, SocketTimes? times = null, Action<BotHost>? prepare = null)
    {
        var bot = await BotHost.StartAsync(options: slack => (slack.SigningSecret, slack.AppToken, slack.SocketConnections, slack.SocketTimes) = ("", AppToken, connections, times ?? Quick));
        prepare?.Invoke(bot);
        await bot.Get<IChatListener>().StartAsync(CancellationToken.None);
        return new SocketHost(bot);
    }

    public static SocketTimes QuickWith(TimeSpan ping, TimeSpan silence) => Quick with { PingEvery = ping, SilenceAfter = silence };

    public Task StopAsync() => Bot.Get<IChatListener>().StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Bot.DisposeAsync();
    }
}
