using System.Collections.Concurrent;
using System.Threading.Channels;

namespace PairingBot.Playground.Workspace;

/// <summary>Tells every open page that something has changed; the page then asks for what it shows.</summary>
public sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<Channel<string>, byte> readers = new();

    public void Tell(string what)
    {
        foreach (var reader in readers.Keys) reader.Writer.TryWrite(what);
    }

    public Subscription Subscribe()
    {
        // Only the newest matters: a page that lags behind reads the whole state anyway.
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        readers[channel] = 0;
        return new Subscription(channel.Reader, () => readers.TryRemove(channel, out _));
    }

    public sealed class Subscription(ChannelReader<string> reader, Action end) : IDisposable
    {
        public ChannelReader<string> Reader => reader;

        public void Dispose() => end();
    }
}
