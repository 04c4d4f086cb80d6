using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PairingBot.Slack.Endpoints;

/// <summary>A form-urlencoded body; a field that is missing is null, of one that comes twice the first counts.</summary>
internal sealed class SlackForm
{
    private readonly Dictionary<string, StringValues> fields;

    private SlackForm(Dictionary<string, StringValues> fields) => this.fields = fields;

    public string? this[string name] => fields.TryGetValue(name, out var values) && values.Count > 0 && values[0] is { Length: > 0 } value ? value : null;

    /// <summary>Null for what cannot be a form of Slack's.</summary>
    public static SlackForm? Read(byte[] body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueLengthLimit = SignedBody.Largest };
            return new SlackForm(reader.ReadForm());
        }
        catch (InvalidDataException)
        {
            return null; // more fields, or longer names, than any form of Slack's has
        }
    }
}
