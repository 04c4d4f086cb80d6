using System.Runtime.InteropServices;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Matchmaking;

/// <summary>Facts of two people that hold for any relationship. Null: never met, or hours unknown.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairFacts(int? RoundsSinceMet, int TimesMet, int? SharedMinutes, int CoolDownRounds);

/// <summary>The question that a criterion answers: are these two right for each other in this relationship, on these sides?</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fit(RosterEntry Seeker, RosterEntry Giver, RelationshipType Type, int TypeIndex, PairFacts Facts)
{
    public bool IsWanted => Seeker.Seeks(TypeIndex) >= 0 && Giver.Offers(TypeIndex) >= 0;
}
