using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Teams.Endpoints;

namespace PairingBot.Teams.Tokens;

/// <summary>
/// The keys, as they were published last. Asked for once a day, and when a token names a key that is not among them, which anybody can write: so at most once in five minutes, and by one request at a time.
/// When Microsoft does not answer, the known keys go on.
/// </summary>
internal sealed class SigningKeys(PublishedKeys published, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24), BetweenRefetches = TimeSpan.FromMinutes(5);

    /// <summary>While there are no keys at all: soon enough for a bot that started while Microsoft did not answer, seldom enough for a flood.</summary>
    public static readonly TimeSpan BetweenFirstFetches = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1, 1);
    private KnownKeys known = new(new Dictionary<string, SigningKey>(), DateTimeOffset.MinValue);
    private DateTimeOffset? failedAt, unknownAt;

    /// <summary>Null when there is no such key.</summary>
    public async Task<SigningKey?> FindAsync(string id, CancellationToken cancel)
    {
        if (!IsFresh() || !known.ById.ContainsKey(id)) await RefreshAsync(id, cancel);
        return known.ById.GetValueOrDefault(id);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Whoever has a key goes on with it while somebody else fetches; whoever has none waits, and finds what the one before has fetched.</summary>
    private async Task RefreshAsync(string id, CancellationToken cancel)
    {
        if (!await turn.WaitAsync(known.ById.ContainsKey(id) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancel)) return;
        try
        {
            if (IsDue(id)) await FetchAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    private bool IsDue(string id)
    {
        if (!HasPassed(failedAt, known.ById.Count > 0 ? BetweenRefetches : BetweenFirstFetches)) return false;
        if (!IsFresh()) return true;
        if (known.ById.ContainsKey(id) || !HasPassed(unknownAt, BetweenRefetches)) return false;
        unknownAt = time.GetUtcNow();
        return true;
    }

    private async Task FetchAsync()
    {
        try
        {
            known = new KnownKeys(await published.FetchAsync(), time.GetUtcNow());
            failedAt = null;
            log.KeysFetched(known.ById.Count);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException)
        {
            failedAt = time.GetUtcNow();
            log.KeysNotFetched(failure, known.ById.Count);
        }
    }

    private bool IsFresh() => time.GetUtcNow() - known.FetchedAt < Lifetime;

    private bool HasPassed(DateTimeOffset? since, TimeSpan pause) => since is not { } at || time.GetUtcNow() - at >= pause;

    private sealed record KnownKeys(IReadOnlyDictionary<string, SigningKey> ById, DateTimeOffset FetchedAt);
}
