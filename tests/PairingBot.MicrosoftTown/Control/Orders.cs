using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Control;

// What a test sends to the routes below /town, one shape for each.
internal sealed record NewPerson(string? AadId, string? Id, string? Name, string? Upn, string? Region, bool Installed = false);

internal sealed record Spoken(string Text, string? Conversation, bool Targeted = false);

internal sealed record PressOrder(string Button, string? Conversation, string? Activity, JsonObject? Inputs);

internal sealed record SubmitOrder(string? Button, JsonObject? Inputs);

internal sealed record CommandOrder(string Command, string? Conversation);

internal sealed record ReactOrder(string Activity, string Type);

internal sealed record NewChat(string? Topic, string[] People, bool HasBot = true);

/// <summary>What happens in a team: to whom, by whom, or to which channel.</summary>
internal sealed record TeamOrder(string Team, string Person, string? Channel, string? Name);

internal sealed record RotateOrder(bool ForgetOld, string[]? Endorsements);
