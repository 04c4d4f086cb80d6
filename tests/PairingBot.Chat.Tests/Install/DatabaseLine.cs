using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PairingBot.Chat.Tests.Install;

/// <summary>A line to the database that can be frozen: connections stay open, new ones are taken, and nothing more goes over any, as when a network or a disk hangs.</summary>
internal sealed class DatabaseLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly Task accepting;
    private volatile bool isFrozen;

    private DatabaseLine(string connectionString)
    {
        server = new NpgsqlConnectionStringBuilder(connectionString);
        listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.ConnectionString;
        accepting = AcceptAsync();
    }

    public string ConnectionString { get; }

    public static DatabaseLine To(string connectionString) => new(connectionString);

    public void Freeze() => isFrozen = true;

    /// <summary>Nobody is there any more: what is connected loses its connection, and nobody can connect.</summary>
    public async Task BreakAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
    }

    public async ValueTask DisposeAsync()
    {
        await BreakAsync();
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> carried = [];
        try
        {
            while (true) carried.Add(CarryAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var socket = server.Host!.StartsWith('/') ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(server.Host.StartsWith('/') ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}") : new DnsEndPoint(server.Host, server.Port));
            await Task.WhenAny(PumpAsync(client.Client, socket), PumpAsync(socket, client.Client));
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            for (int read; (read = await from.ReceiveAsync(bytes, end.Token)) > 0;)
            {
                if (isFrozen) await Task.Delay(Timeout.Infinite, end.Token);
                await to.SendAsync(bytes.AsMemory(0, read), end.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // one end is gone, and so the other goes
        }
    }
}
