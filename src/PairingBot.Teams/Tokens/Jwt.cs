using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace PairingBot.Teams.Tokens;

/// <summary>
/// A signed token in its compact form, taken apart and believed in nothing yet. Strict where the standard is: three parts, base64url without padding in its one right spelling, and objects that name nothing
/// twice; what two readers could understand in two ways is no token.
/// </summary>
internal sealed record Jwt(JsonElement Header, JsonElement Claims, byte[] Signed, byte[] Signature)
{
    private const int Longest = 16 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Null for what is no such token.</summary>
    public static Jwt? Read(string token)
    {
        if (token.Length > Longest || token.Split('.') is not [var header, var claims, var signature]) return null;
        if (Parse(Bytes(header)) is not { } head || Parse(Bytes(claims)) is not { } body || Bytes(signature) is not { Length: > 0 } signed) return null;
        return new Jwt(head, body, Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]), signed);
    }

    /// <summary>Null for what is not base64url exactly as an encoder writes it.</summary>
    public static byte[]? Bytes(string part)
    {
        if (part.Length % 4 == 1 || !part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')) return null;
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            return Base64Url.EncodeToString(bytes) == part ? bytes : null;
        }
        catch (FormatException)
        {
            return null; // bits behind the last letter
        }
    }

    private static JsonElement? Parse(byte[]? json)
    {
        if (json is null) return null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
