using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>The calls of ours: with a token, at Graph's pace, to the one address that the token is for.</summary>
internal sealed class GraphClient(GraphTokens tokens, GraphPace pace, GraphWire wire, IOptions<GraphOptions> options, ILogger<GraphClient> log)
{
    private readonly string root = options.Value.BaseUrl.TrimEnd('/');

    public bool IsOn => options.Value.Enabled;

    /// <param name="method">Which call.</param>
    /// <param name="path">Its address below the root, with the ids in it and a query.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<GraphAnswer> CallAsync(GraphMethod method, string path, CancellationToken cancel) => CallAsync(method, new Uri(root + path), null, cancel);

    public Task<GraphAnswer> CallAsync<T>(GraphMethod method, string path, T body, JsonTypeInfo<T> shape, CancellationToken cancel) =>
        CallAsync(method, new Uri(root + path), JsonSerializer.SerializeToUtf8Bytes(body, shape), cancel);

    /// <summary>The same call for each of these addresses, <see cref="GraphBatch.Most"/> at most, in one request.</summary>
    /// <returns>An answer for each in their order; or why there is none.</returns>
    public async Task<(IReadOnlyList<GraphAnswer> Answers, GraphFault? Fault)> CallEachAsync(GraphMethod method, IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var together = method with { Verb = HttpMethod.Post, Path = "/$batch" };
        var answer = await CallAsync(together, together.Path, GraphBatch.Of(method, paths), GraphJson.Default.BatchedCalls, cancel);
        if (answer.Fault is { } fault) return ([], fault);
        var answers = GraphBatch.Read(method, answer.Body, paths.Count, wire.Now);
        if (answers.Select(each => each.Fault).FirstOrDefault(each => each is { Status: not 404 }) is { } inner) Note(inner);
        return (answers, null);
    }

    /// <summary>Follows a link that Graph gave; only within <see cref="IsOurs"/>.</summary>
    public Task<GraphAnswer> FollowAsync(GraphMethod method, string link, CancellationToken cancel) => IsOurs(link)
        ? CallAsync(method, new Uri(link), null, cancel)
        : Task.FromResult(GraphAnswer.Failed(new GraphFault(method, 400, "link-elsewhere")));

    /// <summary>Whether this is an address of the Graph that was configured: the token is sent nowhere else.</summary>
    public bool IsOurs(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && new Uri(root) is var own
        && address.Scheme == own.Scheme && address.IdnHost.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase) && address.Port == own.Port
        && address.UserInfo.Length == 0 && address.AbsolutePath.StartsWith(own.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>The address of something of Graph's, as bodies name it.</summary>
    public string AddressOf(string path) => root + path;

    private async Task<GraphAnswer> CallAsync(GraphMethod method, Uri address, byte[]? body, CancellationToken cancel)
    {
        if (pace.RestOf(method) is { Ticks: > 0 } rest)
        {
            log.CallRests(method.ToString(), rest);
            return GraphAnswer.Failed(new GraphFault(method, 429, "resting") { Wait = rest });
        }

        var (token, error) = await tokens.GetAsync(cancel);
        if (token is null)
        {
            log.TokenMissing(error);
            return GraphAnswer.Failed(new GraphFault(method, 0, error) { NeverSent = true });
        }

        var answer = await pace.TakeTurnAsync(method, () => wire.SendAsync(method, address, token, body, cancel), cancel);
        if (answer.Fault is { } fault) Note(fault);
        return answer;
    }

    private void Note(GraphFault fault)
    {
        var result = fault.Delivery();
        if (result is RetryAfter { Wait: var wait }) pace.Rest(fault.Method, wait);
        if (result is Gone { Scope: GoneScope.Permission } && !fault.IsBlockedByPolicy) log.PermissionMissing(fault.Method.ToString(), fault.Code, fault.Method.Permission);
        else if (fault.Status != 409) log.CallFailed(fault.Method.ToString(), result);
    }
}
