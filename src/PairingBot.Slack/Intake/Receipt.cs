using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PairingBot.Slack.Intake;

/// <summary>
/// What Slack hears about something that it sent, whichever way it came: over HTTP this becomes a status and a body, over a socket an
/// acknowledgement with a payload, or none.
/// </summary>
/// <param name="Json">What goes back with it: the words for a command, what becomes of a form. Null where Slack wants nothing.</param>
/// <param name="Challenge">Slack's own word, to be said back. Asked only over HTTP.</param>
internal sealed record Receipt(Verdict Verdict, JsonElement? Json = null, string? Challenge = null)
{
    public static Receipt Taken { get; } = new(Verdict.Taken);

    /// <summary>It would be no more readable the next time.</summary>
    public static Receipt Unreadable { get; } = new(Verdict.Unreadable);

    public static Receipt NotStored { get; } = new(Verdict.NotStored);

    public static Receipt With<T>(T body, JsonTypeInfo<T> shape) => new(Verdict.Taken, JsonSerializer.SerializeToElement(body, shape));
}

internal enum Verdict
{
    /// <summary>Dealt with, even if by nothing.</summary>
    Taken,

    Unreadable,

    /// <summary>Slack is to deliver it again.</summary>
    NotStored,
}
