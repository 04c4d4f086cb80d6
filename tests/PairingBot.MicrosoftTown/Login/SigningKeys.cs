using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Login;

/// <summary>The keys that activities are signed with, and what is published of them.</summary>
internal sealed class SigningKeys : IDisposable
{
    private readonly List<SigningKey> keys = [SigningKey.Make(["msteams"])];

    /// <summary>A new key signs from now on; the ones before it stay published unless they are to be forgotten.</summary>
    public string Rotate(bool forgetOld, IReadOnlyList<string> endorsements)
    {
        lock (keys)
        {
            if (forgetOld) keys.Clear();
            keys.Add(SigningKey.Make(endorsements));
            return keys[^1].Id;
        }
    }

    public JsonObject Published()
    {
        lock (keys) return new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.Published())]) };
    }

    public string Sign(JsonObject claims)
    {
        lock (keys) return keys[^1].Sign(claims);
    }

    public void Dispose() => keys.ForEach(key => key.Rsa.Dispose());

    private sealed record SigningKey(string Id, RSA Rsa, IReadOnlyList<string> Endorsements)
    {
        public static SigningKey Make(IReadOnlyList<string> endorsements) => new(Guid.NewGuid().ToString("N"), RSA.Create(2048), endorsements);

        public JsonNode Published()
        {
            var numbers = Rsa.ExportParameters(false);
            return new JsonObject
            {
                ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["x5t"] = Id, ["n"] = Text(numbers.Modulus!), ["e"] = Text(numbers.Exponent!),
                ["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]),
            };
        }

        public string Sign(JsonObject claims)
        {
            var head = new JsonObject { ["alg"] = "RS256", ["kid"] = Id, ["x5t"] = Id, ["typ"] = "JWT" };
            var signed = Text(Encoding.UTF8.GetBytes(head.ToJsonString())) + "." + Text(Encoding.UTF8.GetBytes(claims.ToJsonString()));
            return signed + "." + Text(Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
