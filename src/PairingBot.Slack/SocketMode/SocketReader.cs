using System.Net.WebSockets;
using PairingBot.Slack.Intake;

namespace PairingBot.Slack.SocketMode;

/// <summary>Puts a message together from the frames in which it arrives: a payload of more than 64 KB comes in several.</summary>
internal sealed class SocketReader(WebSocket socket) : IDisposable
{
    /// <summary>What is larger than any request over HTTP may be is read over, and never kept.</summary>
    public const int Largest = SlackForm.Largest;

    private readonly byte[] frame = new byte[16 * 1024];
    private readonly MemoryStream message = new();

    public void Dispose() => message.Dispose();

    /// <summary>Null when the other side closes; empty for what is no text, or too large.</summary>
    public async Task<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancel)
    {
        message.SetLength(0);
        for (var isTaken = true; ;)
        {
            var part = await socket.ReceiveAsync(frame.AsMemory(), cancel);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            isTaken = isTaken && part.MessageType == WebSocketMessageType.Text && message.Length + part.Count <= Largest;
            if (isTaken) message.Write(frame, 0, part.Count);
            if (part.EndOfMessage) return isTaken ? message.ToArray() : ReadOnlyMemory<byte>.Empty;
        }
    }
}
