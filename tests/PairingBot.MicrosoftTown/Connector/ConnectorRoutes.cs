using PairingBot.MicrosoftTown.Login;

namespace PairingBot.MicrosoftTown.Connector;

/// <summary>The Bot Connector's calls, once for each region.</summary>
internal static class ConnectorRoutes
{
    public static void Map(WebApplication app)
    {
        var desk = app.Services.GetRequiredService<TokenDesk>();
        var town = app.Services.GetRequiredService<Town>();
        var connector = new ConnectorDesk(town);
        var roster = new Roster(town);
        var v3 = app.MapGroup("/{region}/v3");

        Serve("POST", "/conversations", "open", (at, body) => connector.Open(at, body));
        Serve("POST", "/conversations/{conversation}/activities", "post", (at, body) => connector.Post(at, body));
        Serve("POST", "/conversations/{conversation}/activities/{activity}", "post", (at, body) => connector.Post(at, body));
        Serve("PUT", "/conversations/{conversation}/activities/{activity}", "update", (at, body) => connector.Update(at, body));
        Serve("DELETE", "/conversations/{conversation}/activities/{activity}", "delete", (at, _) => connector.Delete(at));
        Serve("GET", "/conversations/{conversation}/members", "members", (at, _) => roster.Everybody(at));
        Serve("GET", "/conversations/{conversation}/pagedmembers", "members", (at, _) => roster.Page(at));
        Serve("GET", "/conversations/{conversation}/members/{member}", "members", (at, _) => roster.One(at));
        Serve("GET", "/teams/{conversation}", "teams", (at, _) => roster.Team(at));
        Serve("GET", "/teams/{conversation}/conversations", "teams", (at, _) => roster.Channels(at));

        void Serve(string method, string path, string kind, Func<Place, string, Answer> carryOut) => v3.MapMethods(path, [method], (HttpContext context, Teller teller) =>
            teller.ServeAsync(context, Place.Of(context).IsTargeted ? kind + "-targeted" : kind, body => desk.Admits(context.Request, town.Scope)
                ? carryOut(Place.Of(context), body)
                : new Answer(401, new System.Text.Json.Nodes.JsonObject { ["message"] = "Authorization has been denied for this request." })));
    }
}

/// <summary>What an address names.</summary>
internal sealed record Place(string Region, string Conversation, string Activity, string Member, bool IsTargeted, IQueryCollection Query)
{
    public static Place Of(HttpContext context) => new(
        Text(context, "region"), Text(context, "conversation"), Text(context, "activity"), Text(context, "member"), context.Request.Query["isTargetedActivity"] == "true", context.Request.Query);

    /// <summary>A slash in an id stays escaped in what the router hands over.</summary>
    private static string Text(HttpContext context, string name) => (context.Request.RouteValues[name] as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
