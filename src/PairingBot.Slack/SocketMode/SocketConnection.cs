using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PairingBot.Slack.Api;
using PairingBot.Slack.Intake;

namespace PairingBot.Slack.SocketMode;

/// <summary>
/// One connection from hello to its end. Every envelope is answered by itself, so that a slow one holds up no other; what could not be stored is
/// not acknowledged, and comes again. The end is announced by Slack (<see cref="Notice"/>), or just happens (<see cref="Ended"/>).
/// </summary>
internal sealed class SocketConnection(WebSocket socket, SocketIntake intake, SocketTimes times, TimeProvider time, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly ConcurrentDictionary<Task, bool> carried = new();
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> notice = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource hurried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long startedAt = time.GetTimestamp();
    private long heardAt = time.GetTimestamp();
    private volatile bool isClosing;
    private Task? retirement;

    public Task Hello => hello.Task;

    /// <summary>Slack's reason for ending the connection soon.</summary>
    public Task<string> Notice => notice.Task;

    /// <summary>Nothing more will come.</summary>
    public Task Ended => ended.Task;

    public bool IsGone => retirement is { IsCompleted: true };

    public TimeSpan Age => time.GetElapsedTime(startedAt);

    /// <summary>Reads until the end.</summary>
    public async Task ReadAsync()
    {
        using var reader = new SocketReader(socket);
        try
        {
            while (await reader.NextAsync(CancellationToken.None) is { } message) Hear(message.Span);
            log.SocketClosed(socket.CloseStatus);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            if (!isClosing) log.SocketLost(lost.Message);
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    /// <summary>Lets go of the connection: after a time of quiet, once all that it carries is acknowledged. Asked again without quiet, it waits for none.</summary>
    public Task RetireAsync(TimeSpan quiet)
    {
        if (quiet == TimeSpan.Zero) hurried.TrySetResult();
        return retirement ??= LetGoAsync(quiet);
    }

    private async Task LetGoAsync(TimeSpan quiet)
    {
        for (var since = time.GetTimestamp(); time.GetElapsedTime(since) < times.LongestLinger;)
        {
            var left = quiet - time.GetElapsedTime(Math.Max(since, Interlocked.Read(ref heardAt)));
            if (left <= TimeSpan.Zero || ended.Task.IsCompleted || hurried.Task.IsCompleted) break;
            await Task.WhenAny(ended.Task, hurried.Task, Task.Delay(left, time));
        }

        isClosing = true; // what comes now can be acknowledged no more: Slack sends it another way
        await Task.WhenAny(Task.WhenAll(carried.Keys), Task.Delay(times.CloseWithin, time));
        await CloseAsync();
        await Task.WhenAny(ended.Task, Task.Delay(times.CloseWithin, time));
        Dispose();
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    private void Hear(ReadOnlySpan<byte> message)
    {
        Interlocked.Exchange(ref heardAt, time.GetTimestamp());
        var envelope = Parse(message);
        switch (envelope)
        {
            case null:
                log.PayloadUnreadable();
                break;
            case { Type: "hello" }:
                hello.TrySetResult();
                break;
            case { Type: "disconnect" }:
                notice.TrySetResult(envelope.Reason ?? "");
                break;
            case { EnvelopeId: { Length: > 0 } id }:
                if (isClosing) log.EnvelopeLeft(id);
                else Carry(envelope, id);
                break;
            default:
                log.EnvelopeIgnored(envelope.Type);
                break;
        }
    }

    private void Carry(SocketEnvelope envelope, string id)
    {
        var answering = AnswerAsync(envelope, id);
        carried[answering] = true;
        _ = answering.ContinueWith(done => carried.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task AnswerAsync(SocketEnvelope envelope, string id)
    {
        try
        {
            var receipt = await intake.TakeAsync(envelope);
            if (receipt.Verdict == Verdict.NotStored) return; // not acknowledged, so that it comes again
            var ack = new SocketAck(id, envelope.TakesPayload ? receipt.Json : null);
            await SendAsync(JsonSerializer.SerializeToUtf8Bytes(ack, SlackJson.Default.SocketAck));
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            log.AckLost(id); // the connection ended in the meantime
        }
        catch (Exception fault)
        {
            log.EnvelopeBroke(fault, id); // one envelope's fault must not end the connection for all others
        }
    }

    private async Task SendAsync(byte[] text)
    {
        await sending.WaitAsync();
        try
        {
            using var patience = new CancellationTokenSource(times.CloseWithin, time);
            await socket.SendAsync(text.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task CloseAsync()
    {
        await sending.WaitAsync();
        try
        {
            using var patience = new CancellationTokenSource(times.CloseWithin, time);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            socket.Abort(); // it is gone, which is all that was wanted
        }
        finally
        {
            sending.Release();
        }
    }

    private static SocketEnvelope? Parse(ReadOnlySpan<byte> message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, SlackJson.Default.SocketEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsLoss(Exception fault) => fault is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;
}
