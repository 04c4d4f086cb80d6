using System.Text.Json.Serialization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;

namespace PairingBot.Web.Development;

/// <summary>
/// POST /dev/clock {"advance":"P1D"}: moves the product's clock ahead (an ISO 8601 duration), an hour at a time (or by "step"), and at each step runs everything that is due to its end, so
/// things happen in their order. Answers {"now":…,"ran":{job: count}}; GET tells the time. Mapped in Development only.
/// </summary>
internal sealed class DevelopmentClock(MovableClock clock, DueWork work, IServiceScopeFactory scopes) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Patience = TimeSpan.FromSeconds(20), Furthest = TimeSpan.FromDays(366);

    private readonly SemaphoreSlim one = new(1, 1);

    public static void Map(WebApplication app)
    {
        app.MapGet("/dev/clock", (MovableClock clock) => Results.Json(new { now = clock.GetUtcNow() }));
        app.MapPost("/dev/clock", async (Advance asked, DevelopmentClock clock, CancellationToken cancel) => Read(asked.By) is { } span
            ? Results.Json(await clock.AdvanceAsync(span, Read(asked.Step) is { } step && step > Hour ? step : Hour, cancel))
            : Results.Text("Send {\"advance\":\"PT1H\"}, \"P1D\" or \"P1W\": a duration of up to a year.", statusCode: StatusCodes.Status400BadRequest));
    }

    public void Dispose() => one.Dispose();

    private async Task<Advanced> AdvanceAsync(TimeSpan span, TimeSpan step, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            Dictionary<string, int> ran = [];
            for (var left = span; ; left -= step)
            {
                await MoveAsync(left < step ? left : step, cancel);
                await RunAsync(ran, cancel);
                if (left <= step) return new Advanced(clock.GetUtcNow(), ran);
            }
        }
        finally
        {
            one.Release();
        }
    }

    private async Task RunAsync(Dictionary<string, int> ran, CancellationToken cancel)
    {
        foreach (var (job, count) in await work.RunJobsAsync(cancel)) ran[job] = ran.GetValueOrDefault(job) + count;
        ran["messages"] = ran.GetValueOrDefault("messages") + await work.DrainMailAsync(Patience, cancel);
    }

    private async Task MoveAsync(TimeSpan by, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PairingBotDb>();
        await db.Database.ExecuteSqlAsync($"INSERT INTO moved_clocks (id, ahead) VALUES (1, {by}) ON CONFLICT (id) DO UPDATE SET ahead = moved_clocks.ahead + excluded.ahead", cancel);
        clock.SetAhead((await db.MovedClocks.AsNoTracking().SingleAsync(cancel)).Ahead);
    }

    /// <summary>ISO 8601, weeks included; null for what is none, not ahead, or more than a year.</summary>
    private static TimeSpan? Read(string? text)
    {
        try
        {
            var span = text is ['P', .. var weeks, 'W'] && int.TryParse(weeks, out var count) ? TimeSpan.FromDays(7 * Math.Clamp(count, 0, 60)) : XmlConvert.ToTimeSpan(text ?? "");
            return span >= TimeSpan.Zero && span <= Furthest ? span : null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }

    private sealed record Advance([property: JsonPropertyName("advance")] string? By, [property: JsonPropertyName("step")] string? Step = null);

    private sealed record Advanced([property: JsonPropertyName("now")] DateTimeOffset Now, [property: JsonPropertyName("ran")] Dictionary<string, int> Ran);
}
