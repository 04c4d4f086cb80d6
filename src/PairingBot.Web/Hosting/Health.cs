using PairingBot.App.Storage;

namespace PairingBot.Web.Hosting;

/// <summary>GET /healthz: this process answers. GET /readyz: it can do its work, too; otherwise 503 and a sentence that says what is missing.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("alive"));
        app.MapGet("/readyz", async (PairingBotDb db, LoopList loops, CancellationToken cancel) =>
            await DatabaseState.FaultAsync(db, cancel) is { } fault ? Results.Text(fault, statusCode: StatusCodes.Status503ServiceUnavailable)
            : loops.AreRunning ? Results.Text("ready")
            : Results.Text("The database is ready; the loops are starting.", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
