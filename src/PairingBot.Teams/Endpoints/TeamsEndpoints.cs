using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PairingBot.Teams.Endpoints;

/// <summary>The one address that Microsoft calls.</summary>
internal static class TeamsEndpoints
{
    public const string Path = "/api/messages";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, (RequestDelegate)(context =>
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }));
}
