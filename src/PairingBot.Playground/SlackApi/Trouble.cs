namespace PairingBot.Playground.SlackApi;

/// <summary>What may come between a call and its answer.</summary>
internal sealed record Trouble(Faults Faults, Limits Limits);
