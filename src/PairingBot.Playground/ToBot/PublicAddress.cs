using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PairingBot.Playground.ToBot;

/// <summary>The address under which the bot can answer late.</summary>
internal sealed class PublicAddress(PlaygroundOptions options, IServer server)
{
    public string ResponseUrl(string id) => $"{Base().TrimEnd('/')}/response/{id}";

    public string SocketUrl(string ticket) => $"ws{Base().TrimEnd('/')["http".Length..]}/socket?ticket={ticket}";

    private string Base()
    {
        if (options.PublicUrl is { Length: > 0 } configured) return configured;
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:5090";
        // An address that means "every network card" can be listened on, but not called.
        return listening.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)
            .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            .Replace("+", "127.0.0.1", StringComparison.Ordinal)
            .Replace("*", "127.0.0.1", StringComparison.Ordinal);
    }
}
