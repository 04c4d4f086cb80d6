using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.SocketMode;

/// <summary>Asks Slack where to connect, and connects there: each address is good for one connection.</summary>
internal sealed class SocketDoor(
    SlackClient slack,
    IOptions<SlackOptions> options,
    SocketIntake intake,
    [FromKeyedServices(SlackTime.Real)] TimeProvider time,
    ILogger<SocketDoor> log)
{
    public SocketTimes Times => options.Value.SocketTimes;

    /// <summary>A connection that is being read, or why there is none.</summary>
    public async Task<SocketOpening> OpenAsync(CancellationToken cancel)
    {
        var answer = await slack.OpenSocketAsync(options.Value.AppToken, cancel);
        if (answer.Fault is { } fault) return new(null, fault);
        if (!IsTrusted(answer.Value!.Url, options.Value.ApiBase(), out var address)) return new(null, new SlackFault(SlackErrorClass.Ours, "socket-address-refused"));

        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Times.PingEvery;
        socket.Options.KeepAliveTimeout = Times.SilenceAfter;
        using var patience = new CancellationTokenSource(Times.HelloWithin, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            await socket.ConnectAsync(address, linked.Token);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            socket.Dispose();
            cancel.ThrowIfCancellationRequested();
            return new(null, new SlackFault(SlackErrorClass.Transient, failure is WebSocketException broken ? broken.WebSocketErrorCode.ToString() : "time-out"));
        }

        var connection = new SocketConnection(socket, intake, Times, time, log);
        _ = connection.ReadAsync();
        return new(connection, null);
    }

    /// <summary>Encrypted, but for a stand-in on this machine.</summary>
    public static bool IsTrusted(string? url, Uri api, out Uri address)
    {
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var read);
        address = read ?? api;
        return isAddress && (address.Scheme == "wss" || (address.Scheme == "ws" && address.IsLoopback && api.IsLoopback));
    }
}

/// <summary>Exactly one of the two is there.</summary>
internal sealed record SocketOpening(SocketConnection? Connection, SlackFault? Fault);
