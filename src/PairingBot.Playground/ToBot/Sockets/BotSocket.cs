using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.ToBot.Sockets;

/// <summary>One connection of a bot in Socket Mode.</summary>
internal sealed class BotSocket(WebSocket socket, HttpContext http) : IDisposable
{
    private const int LargestAck = 1024 * 1024;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<BotAnswer?>> waiting = new();

    /// <summary>It was told that it ends soon.</summary>
    public bool IsEnding { get; private set; }

    public Task Hello(int connections, string appId) => Send(new JsonObject
    {
        ["type"] = "hello",
        ["num_connections"] = connections,
        ["debug_info"] = new JsonObject { ["host"] = "playground", ["approximate_connection_time"] = 18060 },
        ["connection_info"] = new JsonObject { ["app_id"] = appId },
    }.ToJsonString(), 1);

    public async Task Disconnect(string reason)
    {
        IsEnding = true;
        await Send(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "playground" } }.ToJsonString(), 1);
    }

    public void Dispose() => sending.Dispose();

    /// <summary>Gone without a word, as when a cable is cut.</summary>
    public void Kill() => http.Abort();

    /// <summary>The acknowledgement; null when the connection ended, or patience did, before it came.</summary>
    public async Task<BotAnswer?> Deliver(string id, string envelope, int frames, CancellationToken patience)
    {
        var answer = waiting[id] = new TaskCompletionSource<BotAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await Send(envelope, frames);
            return await answer.Task.WaitAsync(patience);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            return null;
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Reads acknowledgements until the connection ends.</summary>
    public async Task Listen()
    {
        try
        {
            while (await NextText() is { } text) Take(text);
            await Close();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The bot is gone; what waits for it goes another way.
        }
        finally
        {
            foreach (var answer in waiting.Values) answer.TrySetResult(null);
        }
    }

    private void Take(string text)
    {
        if (Parse(text) is not { } ack || ack["envelope_id"]?.ToString() is not { } id || !waiting.TryGetValue(id, out var answer)) return;
        answer.TrySetResult(new BotAnswer(Outcome.Answered, ack["payload"]?.ToJsonString() ?? "", IsJson: true, RefusesRetry: false));
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<string?> NextText()
    {
        var frame = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(frame.AsMemory(), http.RequestAborted);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (message.Length + part.Count <= LargestAck) message.Write(frame, 0, part.Count);
            if (part.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    private async Task Send(string text, int frames)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var size = Math.Max(1, (bytes.Length + frames - 1) / frames);
        await sending.WaitAsync(http.RequestAborted);
        try
        {
            for (var start = 0; start < bytes.Length; start += size)
                await socket.SendAsync(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)), WebSocketMessageType.Text, start + size >= bytes.Length, http.RequestAborted);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task Close()
    {
        if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, http.RequestAborted);
    }
}
