using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.Pages;

/// <summary>Server-sent events: a line whenever something has changed, and a comment now and then to keep the line open.</summary>
internal static class FeedStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public static async Task Write(HttpContext http, ChangeFeed feed, IHostApplicationLifetime life)
    {
        using var subscription = feed.Subscribe();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await http.Response.WriteAsync("data: hello\n\n", end.Token);
            while (true)
            {
                await http.Response.Body.FlushAsync(end.Token);
                await http.Response.WriteAsync(await Next(subscription, end.Token), end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the playground stops: the stream has no other end.
        }
    }

    private static async Task<string> Next(ChangeFeed.Subscription subscription, CancellationToken end)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(end);
        beat.CancelAfter(Beat);
        try
        {
            return $"data: {await subscription.Reader.ReadAsync(beat.Token)}\n\n";
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return ": still here\n\n";
        }
    }
}
