using System.Text.Json;
using Microsoft.Extensions.Options;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Tokens;

/// <summary>Asks Microsoft for its keys: the metadata, which are what is trusted here, say where they are.</summary>
internal sealed class PublishedKeys(IHttpClientFactory http, IOptions<TeamsOptions> options)
{
    public const string HttpName = "teams-keys";
    public const int LargestAnswer = 1024 * 1024;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Throws <see cref="HttpRequestException"/>, <see cref="OperationCanceledException"/> or <see cref="JsonException"/> when there is no answer of use.</summary>
    public async Task<IReadOnlyDictionary<string, SigningKey>> FetchAsync()
    {
        using var client = http.CreateClient(HttpName);
        var metadata = new Uri(options.Value.OpenIdMetadataUrl);
        var address = KeyAddress(metadata, (await AskAsync(client, metadata)).Text("jwks_uri"));
        var keys = SigningKey.ReadAll(await AskAsync(client, address));
        return keys.Count > 0 ? keys : throw new JsonException("The published set holds no key of use.");
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address);
        answer.EnsureSuccessStatusCode(); // a redirect, which is not followed, is none either
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Over https; plain http from this machine to this machine, for a stand-in.</summary>
    private static Uri KeyAddress(Uri metadata, string? named) =>
        Uri.TryCreate(named, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && metadata.IsLoopback))
            ? address
            : throw new JsonException("The metadata name no address of keys that can be trusted.");
}
