using System.Text.Json;

namespace PairingBot.Teams.Activities;

/// <summary>Where the answer to a press or a typed word goes: the reply handle of a request, written when it comes in and read when the outbox sends.</summary>
/// <param name="ServiceAddress">Where the connector of that conversation is.</param>
/// <param name="Conversation">Its id, in the platform's spelling.</param>
/// <param name="Card">The activity id of the message that held the button; null where there was none.</param>
/// <param name="Presser">The platform's own id of whoever pressed (29:…), for an answer that they alone see.</param>
/// <param name="IsPersonal">Whether nobody else is in the conversation.</param>
internal sealed record PressHandle(string ServiceAddress, string Conversation, string? Card, string Presser, bool IsPersonal)
{
    /// <summary>Whose; null in one that an earlier version wrote.</summary>
    public string? Tenant { get; init; }

    public static PressHandle? Read(string handle)
    {
        try
        {
            return JsonSerializer.Deserialize(handle, TeamsJson.Default.PressHandle);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, TeamsJson.Default.PressHandle);
}
