using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace PairingBot.MicrosoftTown.Login;

/// <summary>Where tokens come from: client credentials by secret or certificate, a managed identity, and the keys that activities are signed with.</summary>
internal static class LoginRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", TokenAsync);
        app.MapPost("/{tenant}/oauth2/v2.0/token", TokenAsync); // Microsoft's own library takes the first part of a path for the tenant
        app.MapGet("/login/v1/.well-known/openidconfiguration", (HttpContext context, Town town) => new Teller(town).ServeAsync(context, "metadata", _ => Metadata(town)));
        app.MapGet("/login/v1/.well-known/keys", (HttpContext context, Town town, SigningKeys keys) => new Teller(town).ServeAsync(context, "keys", _ => new Answer(200, keys.Published())));
        app.MapGet("/login/identity", (HttpContext context, Town town, TokenDesk desk) => new Teller(town).ServeAsync(context, "identity", _ => Identity(context.Request, town, desk)));
    }

    private static Task TokenAsync(HttpContext context, string tenant, Town town, TokenDesk desk) => new Teller(town).ServeAsync(context, "token", body => Token(body, tenant, town, desk));

    private static Answer Token(string body, string tenant, Town town, TokenDesk desk)
    {
        var form = new FormCollection(QueryHelpers.ParseQuery(body));
        if (tenant != town.Tenant && tenant != "botframework.com") return Refuse(400, "invalid_request", 90002, $"Tenant '{tenant}' not found.");
        if (form["grant_type"] != "client_credentials") return Refuse(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        if (form["client_id"] != town.AppId) return Refuse(400, "unauthorized_client", 700016, $"Application with identifier '{form["client_id"]}' was not found in the directory.");
        if (form["client_secret"] != town.AppSecret && form["client_assertion"].Count == 0) return Refuse(401, "invalid_client", 7000215, "Invalid client secret provided.");
        var scope = form["scope"].ToString().Split(' ')[0];
        return new Answer(200, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = desk.LifeSeconds, ["ext_expires_in"] = desk.LifeSeconds, ["access_token"] = desk.Give(scope) });
    }

    private static Answer Refuse(int status, string error, int number, string why) => new(status, new JsonObject
    {
        ["error"] = error, ["error_description"] = $"AADSTS{number}: {why} Trace ID: 0 Correlation ID: 0", ["error_codes"] = new JsonArray(number), ["trace_id"] = "0", ["correlation_id"] = "0",
    });

    private static Answer Metadata(Town town) => new(200, new JsonObject
    {
        ["issuer"] = town.Issuer, ["jwks_uri"] = town.Address + "/login/v1/.well-known/keys",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"), ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    });

    private static Answer Identity(HttpRequest request, Town town, TokenDesk desk)
    {
        if (request.Headers["X-IDENTITY-HEADER"].Count == 0 || request.Query["client_id"] != town.AppId)
            return new Answer(400, new JsonObject { ["statusCode"] = 400, ["message"] = "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId." });
        var until = TimeProvider.System.GetUtcNow().AddSeconds(desk.LifeSeconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Answer(200, new JsonObject
        {
            ["access_token"] = desk.Give(request.Query["resource"] + "/.default"), ["expires_on"] = until, ["resource"] = request.Query["resource"].ToString(), ["token_type"] = "Bearer", ["client_id"] = town.AppId,
        });
    }
}
