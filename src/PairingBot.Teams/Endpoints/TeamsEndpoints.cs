using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Teams.Intake;

namespace PairingBot.Teams.Endpoints;

/// <summary>The one address that Microsoft calls.</summary>
internal static class TeamsEndpoints
{
    public const string Path = "/api/messages";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, (RequestDelegate)TakeAsync);

    private static async Task TakeAsync(HttpContext context)
    {
        if (await Get<Door>(context).ReadAsync(context) is not { } activity) return;
        await WriteAsync(context.Response, await Get<ActivityIntake>(context).TakeAsync(activity, context.RequestAborted));
    }

    private static Task WriteAsync(HttpResponse response, Receipt receipt)
    {
        response.StatusCode = receipt.Status;
        if (receipt.Json is not { } json) return Task.CompletedTask;
        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(json.ToJsonString(), response.HttpContext.RequestAborted);
    }

    private static T Get<T>(HttpContext context)
        where T : class => context.RequestServices.GetRequiredService<T>();
}
