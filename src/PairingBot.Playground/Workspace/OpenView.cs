using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.Workspace;

/// <summary>A modal that somebody has before them, or a published Home tab.</summary>
public sealed class OpenView
{
    public string Id { get; } = Ids.New("V");
    public required string Person { get; init; }
    public string? PreviousId { get; init; }
    [AllowNull]
    public string RootId { get => field ?? Id; init; }
    public required JsonObject Content { get; set; }
    public string Hash { get; private set; } = "";

    public string? ExternalId => Content["external_id"]?.GetValue<string>();
    public bool NotifiesOnClose => Content["notify_on_close"]?.GetValue<bool>() ?? false;

    /// <summary>Every change has a new hash, so that an update made against an older one can be refused.</summary>
    public OpenView Stamp(DateTimeOffset now)
    {
        Hash = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}.{Ids.ShortText()}{Ids.ShortText()[..3]}");
        return this;
    }
}
