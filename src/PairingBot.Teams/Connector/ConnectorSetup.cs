using Microsoft.Extensions.DependencyInjection;

namespace PairingBot.Teams.Connector;

/// <summary>What calls out.</summary>
internal static class ConnectorSetup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<ConnectorClient>();
}
