using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PairingBot.Teams.Intake;

/// <summary>What Microsoft hears about something that it sent: a status, and for an invoke what the person is to see.</summary>
internal sealed record Receipt(int Status, JsonObject? Json = null)
{
    /// <summary>Dealt with, even if by nothing. After a dialog: it closes.</summary>
    public static Receipt Taken { get; } = new(StatusCodes.Status200OK);

    /// <summary>Nothing of ours has this name.</summary>
    public static Receipt Unknown { get; } = new(StatusCodes.Status501NotImplemented);

    /// <summary>It is to be delivered again.</summary>
    public static Receipt NotStored { get; } = new(StatusCodes.Status503ServiceUnavailable);

    public static Receipt With(JsonObject json) => new(StatusCodes.Status200OK, json);
}
