using PairingBot.App.Conversations;
using PairingBot.App.Storage;

namespace PairingBot.Web.Hosting;

/// <summary>GET /calendar/{token}.ics: a conversation as a file for calendars, to whoever holds the link. Whatever is wrong with a link, the answer is the same.</summary>
internal static class CalendarRoute
{
    public static void Map(WebApplication app) => app.MapGet(CalendarLinks.Path + "{token:maxlength(100)}.ics", async (string token, HttpContext context, PairingBotDb db, CancellationToken cancel) =>
    {
        if (await DatabaseState.FaultAsync(db, cancel) is not null) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable); // no key to check a link with yet
        context.Response.Headers.CacheControl = "private, no-store";
        return await context.RequestServices.GetRequiredService<CalendarFiles>().ReadAsync(token, cancel) is { } file
            ? Results.Text(file, "text/calendar; charset=utf-8")
            : Results.NotFound();
    });
}
