using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Chats;

/// <summary>The bot's own id in the company's catalog of apps: asked once and kept, for it stays the same while the app is there.</summary>
internal sealed class AppCatalog(GraphClient graph, IOptions<GraphOptions> options, ILogger<AppCatalog> log)
{
    private volatile string? found;

    /// <returns>The address under which the app is named, or why there is none.</returns>
    public async Task<(string? Address, DeliveryResult? Failure)> FindAsync(CancellationToken cancel)
    {
        if (found is { } known) return (known, null);
        var method = GraphPermissions.FindApp;
        var manifest = options.Value.ManifestId;
        var answer = await graph.CallAsync(method, $"{method.Of()}?$filter={Uri.EscapeDataString($"externalId eq '{manifest.Replace("'", "''", StringComparison.Ordinal)}'")}&$select=id", cancel);
        if (answer.Fault is { } fault) return (null, fault.Delivery());
        if (answer.Body.Items("value").Select(app => app.Text("id")).FirstOrDefault(id => id is not null) is not { } id)
        {
            log.AppNotInCatalog(manifest);
            return (null, new Gone(GoneScope.Permission, "not-in-catalog"));
        }

        return (found = graph.AddressOf($"{method.Of()}/{Uri.EscapeDataString(id)}"), null);
    }

    /// <summary>The app was taken out of the catalog, perhaps to be put in again under another id.</summary>
    public void Forget() => found = null;
}
