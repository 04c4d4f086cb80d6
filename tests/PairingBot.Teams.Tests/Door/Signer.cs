using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PairingBot.Teams.Tests.Door;

/// <summary>A key, and tokens made with it: right ones, and any other.</summary>
internal sealed class Signer(string id, int bits = 2048) : IDisposable
{
    public const string AppId = "8a1bb6a5-0c2b-4d62-9a35-5ad8e0f00a11";
    private readonly RSA rsa = RSA.Create(bits);

    public string Id => id;

    /// <summary>As Microsoft publishes it; a field that is null is left out.</summary>
    public JsonObject Published(string? use = "sig", string type = "RSA", params string[] endorsements)
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject { ["kty"] = type, ["kid"] = id, ["x5t"] = id, ["n"] = Base64Url.EncodeToString(key.Modulus!), ["e"] = Base64Url.EncodeToString(key.Exponent!), ["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]) };
        if (use is not null) json["use"] = use;
        return json;
    }

    public byte[] PublicKey() => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    public JsonObject Header() => new() { ["alg"] = "RS256", ["kid"] = id, ["x5t"] = id, ["typ"] = "JWT" };

    public static JsonObject Claims(string serviceAddress, long now) => new()
    {
        ["serviceurl"] = serviceAddress,
        ["nbf"] = now - 10,
        ["exp"] = now + 3600,
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
    };

    public string Token(JsonObject header, JsonObject claims) => Token(header.ToJsonString(), claims.ToJsonString());

    public string Token(string header, string claims, Func<RSA, byte[], byte[]>? sign = null)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        return $"{signed}.{Base64Url.EncodeToString(sign is null ? rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : sign(rsa, bytes))}";
    }

    public static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public void Dispose() => rsa.Dispose();
}
