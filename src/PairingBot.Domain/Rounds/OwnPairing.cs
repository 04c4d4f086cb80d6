using PairingBot.Domain.People;

namespace PairingBot.Domain.Rounds;

/// <summary>A pairing as one of its people sees it: with the others in it.</summary>
public sealed record OwnPairing(Pairing Pairing, IReadOnlyList<Person> Others);
