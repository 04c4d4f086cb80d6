using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>What the bot did while its clock was moved, or why it could not be moved.</summary>
internal sealed record ClockOutcome(DateTimeOffset Now, JsonObject Ran, string? Problem);

/// <summary>Moves the bot's clock and keeps the playground's own calendar beside it.</summary>
internal sealed class BotClock(HttpClient http, PlaygroundOptions options, PlaygroundClock clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, TimeSpan> Steps = new()
    {
        ["PT1H"] = Hour, ["P1D"] = TimeSpan.FromDays(1), ["P1W"] = TimeSpan.FromDays(7),
    };

    private Uri Address => new(options.BotUrl.TrimEnd('/') + "/dev/clock");

    public static bool IsStep(string? advance) => advance is not null && Steps.ContainsKey(advance);

    /// <summary>Goes hour by hour, so that what the bot says on the way bears the hour in which it was said.</summary>
    public async Task<ClockOutcome> Advance(string advance, CancellationToken hungUp)
    {
        var ran = new JsonObject();
        for (var left = Steps[advance]; left > TimeSpan.Zero; left -= Hour)
        {
            if (await Hop(ran, hungUp) is { } problem) return new ClockOutcome(clock.GetUtcNow(), ran, problem);
        }

        return new ClockOutcome(clock.GetUtcNow(), ran, Problem: null);
    }

    /// <summary>Takes over the bot's time when it tells it; a bot that does not is left alone.</summary>
    public async Task<bool> Ask(CancellationToken hungUp)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(hungUp);
            patience.CancelAfter(TimeSpan.FromSeconds(3));
            using var answer = await http.GetAsync(Address, patience.Token);
            if (answer.IsSuccessStatusCode && JsonNode.Parse(await answer.Content.ReadAsStringAsync(patience.Token)) is JsonObject json) Follow(json);
            return true;
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or OperationCanceledException)
        {
            return problem is JsonException;
        }
    }

    private void Follow(JsonObject json)
    {
        if (DateTimeOffset.TryParse(json["now"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)) clock.MoveTo(now);
    }

    /// <returns>What went wrong; the hour has not passed then.</returns>
    private async Task<string?> Hop(JsonObject ran, CancellationToken hungUp)
    {
        // First our own, so that what the bot says while it catches up already bears the new time.
        var before = clock.Offset;
        clock.Offset += Hour;
        try
        {
            using var answer = await http.PostAsJsonAsync(Address, new { advance = "PT1H" }, hungUp);
            if (answer.IsSuccessStatusCode)
            {
                var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(hungUp)) as JsonObject ?? [];
                Follow(json);
                Add(json["ran"] as JsonObject ?? [], ran);
                return null;
            }

            clock.Offset = before;
            return Sentence((int)answer.StatusCode);
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException or TaskCanceledException)
        {
            clock.Offset = before;
            return $"The bot cannot be reached at {options.BotUrl}. Is it running? Its clock goes no further.";
        }
    }

    private static void Add(JsonObject some, JsonObject all)
    {
        foreach (var (job, count) in some) all[job] = (all[job]?.GetValue<int>() ?? 0) + (count?.GetValue<int>() ?? 0);
    }

    private static string Sentence(int status) => status == 404
        ? "The bot's clock can only be moved in its demo mode (it answered 404)."
        : string.Create(CultureInfo.InvariantCulture, $"The bot could not move its clock (it answered {status}).");
}
