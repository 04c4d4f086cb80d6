using PairingBot.Playground.ToBot;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.Pages;

/// <summary>The clock bar: moves time and tells what happened meanwhile.</summary>
internal static class ClockEndpoint
{
    public static async Task<IResult> Advance(Step step, BotClock bot, ChangeFeed feed, CancellationToken hungUp)
    {
        if (!BotClock.IsStep(step.Advance)) return Results.BadRequest(new { problem = "advance must be PT1H, P1D or P1W" });
        var outcome = await bot.Advance(step.Advance, hungUp);
        feed.Tell("clock");
        return Results.Json(new { now = outcome.Now, ran = outcome.Ran, problem = outcome.Problem });
    }

    public static async Task<IResult> Ask(BotClock bot, PlaygroundClock clock, CancellationToken hungUp)
    {
        var reachable = await bot.Ask(hungUp);
        return Results.Json(new { now = clock.GetUtcNow(), reachable });
    }

    internal sealed record Step(string Advance);
}
