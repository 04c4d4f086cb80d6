using Microsoft.Extensions.Logging;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.SocketMode;

/// <summary>
/// Keeps one connection open, for as long as the host runs. When Slack announces an end, the next connection is made first, and the old one goes
/// on until it has been quiet; when one is simply gone, the next is tried with growing pauses.
/// </summary>
internal sealed class SocketLine(SocketDoor door, TimeProvider time, ILogger log)
{
    private readonly SocketPauses pauses = new(door.Times);
    private readonly List<SocketConnection> retiring = [];
    private SocketConnection? current;

    /// <summary>Ends when it is stopped: what is being answered is acknowledged first, anything else Slack delivers elsewhere or again.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await NextAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // the host stops
            }
            catch (Exception fault)
            {
                log.SocketLineBroke(fault); // a bug, but the way in must not be closed by it for good
                await Task.WhenAny(Task.Delay(door.Times.LongestPause, time, stop));
            }
        }

        if (current is not null) Retire(current, TimeSpan.Zero);
        await Task.WhenAll(retiring.Select(connection => connection.RetireAsync(TimeSpan.Zero)));
    }

    /// <summary>One connection's time: until its end, or the notice of it.</summary>
    private async Task NextAsync(CancellationToken stop)
    {
        var next = await ConnectAsync(stop);
        if (current is not null) Retire(current, door.Times.Linger);
        current = next;
        await Task.WhenAny(next.Notice, next.Ended).WaitAsync(stop);
        if (!await OutlivesAsync(next, stop)) current = null;
    }

    /// <summary>After the notice of its end, or the end itself: true when the connection still serves while the next one is made.</summary>
    private async Task<bool> OutlivesAsync(SocketConnection connection, CancellationToken stop)
    {
        if (connection.Age > door.Times.Settled) pauses.Reset();
        var reason = connection.Notice.IsCompletedSuccessfully ? await connection.Notice : null;
        if (reason is not (null or "link_disabled" or "too_many_websockets"))
        {
            log.SocketRefreshed(reason);
            if (pauses.AfterNotice() is { } pause) await PauseAsync(pause, stop);
            return true;
        }

        Retire(connection, TimeSpan.Zero);
        await PauseAsync(PauseAfter(reason), stop);
        return false;
    }

    private TimeSpan PauseAfter(string? reason)
    {
        if (reason is null) return pauses.Next();
        if (reason == "link_disabled") log.SocketModeOff();
        else log.SocketsTooMany();
        return SocketPauses.Jittered(door.Times.SlowPause);
    }

    /// <summary>Tries until a connection has said hello.</summary>
    private async Task<SocketConnection> ConnectAsync(CancellationToken stop)
    {
        while (true)
        {
            var opening = await door.OpenAsync(stop);
            if (opening.Connection is { } connection)
            {
                if (await GreetAsync(connection, stop)) return connection;
                if (await OutlivesAsync(connection, stop)) Retire(connection, TimeSpan.Zero);
            }
            else
            {
                await PauseAsync(PauseFor(opening.Fault!), stop);
            }
        }
    }

    private async Task<bool> GreetAsync(SocketConnection connection, CancellationToken stop)
    {
        try
        {
            await Task.WhenAny(connection.Hello, connection.Notice, connection.Ended, Task.Delay(door.Times.HelloWithin, time, stop));
            stop.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            Retire(connection, TimeSpan.Zero);
            throw;
        }

        if (!connection.Hello.IsCompletedSuccessfully) return false;
        log.SocketOpen();
        return true;
    }

    private TimeSpan PauseFor(SlackFault fault)
    {
        switch (fault.Class)
        {
            case SlackErrorClass.Rate:
                return fault.Wait + SocketPauses.Jittered(door.Times.FirstPause);
            case SlackErrorClass.Transient:
            case SlackErrorClass.Uncertain:
                return pauses.Next();
            default:
                log.SocketRefused(fault.Error);
                return SocketPauses.Jittered(door.Times.SlowPause);
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stop)
    {
        log.SocketPauses(pause);
        await Task.Delay(pause, time, stop);
    }

    private void Retire(SocketConnection connection, TimeSpan quiet)
    {
        retiring.RemoveAll(earlier => earlier.IsGone);
        retiring.Add(connection);
        _ = connection.RetireAsync(quiet);
    }
}
