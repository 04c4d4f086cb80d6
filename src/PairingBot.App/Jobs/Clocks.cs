namespace PairingBot.App.Jobs;

/// <summary>
/// The two clocks. <paramref name="Product"/> is the people's: rounds, nudges and pauses go by it, and Development can move it ahead. <paramref name="Wall"/> is the machines': how
/// fresh the directory is, how long to wait for mail.
/// </summary>
public sealed record Clocks(TimeProvider Product, TimeProvider Wall);
