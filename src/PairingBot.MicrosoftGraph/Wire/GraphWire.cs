using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>One request and its answer; nothing is repeated here.</summary>
internal sealed class GraphWire(IHttpClientFactory http, [FromKeyedServices(GraphSetup.WallClock)] TimeProvider wall)
{
    public const string HttpName = "graph";

    /// <summary>By the clock of the wall.</summary>
    public DateTimeOffset Now => wall.GetUtcNow();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<GraphAnswer> SendAsync(GraphMethod method, Uri address, string token, byte[]? body, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, wall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        using var request = Request(method, address, token, body);
        try
        {
            using var response = await http.CreateClient(HttpName).SendAsync(request, either.Token);
            return Read(method, response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return GraphAnswer.Failed(new GraphFault(method, 0, "time-out"));
        }
        catch (HttpRequestException broken)
        {
            var neverSent = broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return GraphAnswer.Failed(new GraphFault(method, 0, neverSent ? "connect" : "reset") { NeverSent = neverSent });
        }
    }

    private static HttpRequestMessage Request(GraphMethod method, Uri address, string token, byte[]? body)
    {
        var request = new HttpRequestMessage(method.Verb, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (method.IsOutlook) request.Headers.TryAddWithoutValidation("Prefer", "outlook.timezone=\"UTC\"");
        if (body is null) return request;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    private GraphAnswer Read(GraphMethod method, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var isJson = TryParse(body, out var json);
        if (response.IsSuccessStatusCode) return isJson ? new GraphAnswer(json, null) : GraphAnswer.Failed(new GraphFault(method, 0, "not-json"));
        var error = json.Part("error") ?? default;
        return GraphAnswer.Failed(new GraphFault(method, status, Code(error.Text("code")) ?? $"http-{status}")
        {
            Wait = RestTime.Of(response, wall.GetUtcNow()),
            IsBlockedByPolicy = error.Text("message")?.Contains("blocked by app permission policy", StringComparison.OrdinalIgnoreCase) == true,
        });
    }

    /// <summary>No body at all is fine, too: many calls have nothing to say.</summary>
    private static bool TryParse(byte[] body, out JsonElement json)
    {
        json = default;
        if (body.Length == 0) return true;
        try
        {
            json = JsonSerializer.Deserialize(body, GraphJson.Default.JsonElement);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A word that may stand in a log: what is longer, or has other letters, is none of Graph's codes.</summary>
    public static string? Code(string? said) => said is { Length: <= 64 } && said.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.') ? said : null;
}
