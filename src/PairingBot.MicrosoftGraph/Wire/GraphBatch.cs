using System.Globalization;
using System.Text.Json;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>Several calls in one request ($batch), each of which Graph answers by itself, in any order: all may be fine but one.</summary>
internal static class GraphBatch
{
    /// <summary>As many as Graph takes.</summary>
    public const int Most = 20;

    public static BatchedCalls Of(GraphMethod method, IReadOnlyList<string> paths) => new([.. paths.Select((path, place) => new BatchedCall(Id(place), method.Verb.Method, path))]);

    /// <returns>An answer for each call, in their order; one that was left out is a failure.</returns>
    public static IReadOnlyList<GraphAnswer> Read(GraphMethod method, JsonElement body, int count, DateTimeOffset now)
    {
        var answers = body.Items("responses").Where(answer => answer.Text("id") is not null).GroupBy(answer => answer.Text("id")!).ToDictionary(same => same.Key, same => same.First());
        return [.. Enumerable.Range(0, count).Select(place => answers.TryGetValue(Id(place), out var answer) ? Read(method, answer, now) : GraphAnswer.Failed(new GraphFault(method, 0, "not-answered")))];
    }

    private static GraphAnswer Read(GraphMethod method, JsonElement answer, DateTimeOffset now)
    {
        var body = answer.Part("body") ?? default;
        var status = answer.Part("status") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var told) ? told : 0;
        if (status is >= 200 and < 300) return new GraphAnswer(body, null);
        var code = (body.Part("error") ?? default).Text("code");
        return GraphAnswer.Failed(new GraphFault(method, status, GraphWire.Code(code) ?? $"http-{status}") { Wait = RestTime.Of((answer.Part("headers") ?? default).Text("Retry-After"), now) });
    }

    private static string Id(int place) => place.ToString(CultureInfo.InvariantCulture);
}

internal sealed record BatchedCalls(IReadOnlyList<BatchedCall> Requests);

/// <summary><paramref name="Url"/> is below the root.</summary>
internal sealed record BatchedCall(string Id, string Method, string Url);
