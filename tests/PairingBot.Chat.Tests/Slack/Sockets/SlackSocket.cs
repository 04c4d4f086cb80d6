using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace PairingBot.Chat.Tests.Slack.Sockets;

/// <summary>One connection, from Slack's side: sends what Slack would send, and keeps what the bot says.</summary>
internal sealed class SlackSocket(WebSocket socket, HttpContext context)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<JsonElement> said = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bot has closed it, or it broke.</summary>
    public Task Ended => ended.Task.WaitAsync(Patience);

    public bool IsOpen => !ended.Task.IsCompleted;

    public Task HelloAsync() => SendAsync("""{"type":"hello","num_connections":1,"debug_info":{"host":"applink-1","build_number":10,"approximate_connection_time":18060},"connection_info":{"app_id":"A1"}}""");

    public Task DisconnectAsync(string reason) => SendAsync($$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"applink-1"} }""");

    /// <summary>An envelope in Slack's shape.</summary>
    public Task EnvelopeAsync(string id, string type, string payload, bool takesPayload = true, int frames = 1) =>
        SendAsync($$"""{"payload":{{payload}},"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":{{(takesPayload ? "true" : "false")}},"retry_attempt":0,"retry_reason":""}""", frames);

    public async Task SendAsync(string text, int frames = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var size = (bytes.Length + frames - 1) / frames;
        for (var start = 0; start < bytes.Length; start += size)
        {
            var part = bytes.AsMemory(start, Math.Min(size, bytes.Length - start));
            await socket.SendAsync(part, WebSocketMessageType.Text, start + size >= bytes.Length, CancellationToken.None);
        }
    }

    /// <summary>What the bot says next.</summary>
    public async Task<JsonElement> SaidAsync() => await said.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>What the bot has said by now and nobody has read.</summary>
    public bool HasSaidMore => said.Reader.TryPeek(out _);

    public async Task CloseAsync() => await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, CancellationToken.None);

    /// <summary>The connection is gone without a word.</summary>
    public void Kill() => context.Abort();

    /// <summary>Reads until the end; <paramref name="isDeaf"/> never reads at all, and so never answers a ping.</summary>
    public async Task LiveAsync(bool isDeaf)
    {
        try
        {
            if (isDeaf) await Task.Delay(Timeout.Infinite, context.RequestAborted);
            else await ReadAsync();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // killed, by one side or the other
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private async Task ReadAsync()
    {
        var frame = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(frame.AsMemory(), context.RequestAborted);
            if (part.MessageType == WebSocketMessageType.Close) break;
            message.Write(frame, 0, part.Count);
            if (!part.EndOfMessage) continue;
            said.Writer.TryWrite(JsonDocument.Parse(message.ToArray()).RootElement);
            message.SetLength(0);
        }

        if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }
}
