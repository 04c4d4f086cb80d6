using System.Security.Cryptography;
using System.Text.Json;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Tokens;

/// <summary>A key that Microsoft signs with. <paramref name="Endorsements"/>: the channels (Teams is "msteams") for which it may.</summary>
internal sealed record SigningKey(string Id, RSAParameters Public, IReadOnlyList<string> Endorsements)
{
    private const int SmallestBits = 2048, LargestBits = 8192;

    /// <summary>The keys of a published set that are of use: RSA, strong enough, and not for something else than signatures (RFC 7517 leaves it free to say for what).</summary>
    public static IReadOnlyDictionary<string, SigningKey> ReadAll(JsonElement set)
    {
        var keys = new Dictionary<string, SigningKey>();
        foreach (var key in set.Items("keys").Select(Read).OfType<SigningKey>()) keys.TryAdd(key.Id, key);
        return keys;
    }

    public bool Signed(Jwt token)
    {
        using var rsa = RSA.Create();
        rsa.ImportParameters(Public);
        return rsa.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (key.Text("kty") != "RSA" || key.Text("use") is not (null or "sig") || key.Text("alg") is not (null or "RS256") || key.Text("kid") is not { } id) return null;
        if (Number(key.Text("n")) is not { } modulus || Number(key.Text("e")) is not { Length: <= 4 } exponent) return null;
        if (modulus.Length * 8 is < SmallestBits or > LargestBits || exponent is [1] || exponent[^1] % 2 == 0) return null;
        return new SigningKey(id, new RSAParameters { Modulus = modulus, Exponent = exponent }, [.. key.Texts("endorsements")]);
    }

    /// <summary>Without zeros in front, which would make a number look longer than it is.</summary>
    private static byte[]? Number(string? text) => text is not null && Jwt.Bytes(text) is { Length: > 0 } bytes && bytes[0] != 0 ? bytes : null;
}
