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

internal sealed record RotateOrder(bool ForgetOld, string[]? Endorsements);
