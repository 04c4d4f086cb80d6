using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Intake;

/// <summary>
/// Fields with text, as Slack sends them form-urlencoded over HTTP and as JSON over a socket. A field that is missing is null, of one that
/// comes twice the first counts.
/// </summary>
internal sealed class SlackForm
{
    /// <summary>A view may have 250 kB, and three times that once it is a form; twice over for what is typed into it.</summary>
    public const int Largest = 2 * 1024 * 1024;

    private readonly Dictionary<string, StringValues> fields;

    private SlackForm(Dictionary<string, StringValues> fields) => this.fields = fields;

    public string? this[string name] => fields.TryGetValue(name, out var values) && values.Count > 0 && values[0] is { Length: > 0 } value ? value : null;

    /// <summary>Null for what cannot be a form of Slack's.</summary>
    public static SlackForm? Read(byte[] body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueLengthLimit = Largest };
            return new SlackForm(reader.ReadForm());
        }
        catch (InvalidDataException)
        {
            return null; // more fields, or longer names, than any form of Slack's has
        }
    }

    /// <summary>Null for what is no object; of its fields, those with text count.</summary>
    public static SlackForm? Read(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object) return null;
        var texts = new Dictionary<string, StringValues>();
        foreach (var field in payload.EnumerateObject())
        {
            if (JsonText.Of(field.Value) is { } text) texts.TryAdd(field.Name, text);
        }

        return new SlackForm(texts);
    }
}
