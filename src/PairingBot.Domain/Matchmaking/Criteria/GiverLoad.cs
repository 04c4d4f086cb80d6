using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>
/// Spreads the giving: of what a giver was ready for in the last rounds, the share that nobody asked of them yet. Whoever seeks, and peers, who give as much
/// as they take, always have the full half; so a rested giver is worth neither more nor less than a peer.
/// </summary>
internal sealed class GiverLoad : PersonalCriterion
{
    public override string Key => "giver-load";

    public override int Part(RosterEntry person, bool gives, int typeIndex)
    {
        if (!gives || !IsOfferedWithSides(person, typeIndex)) return MostOfOneSide;

        var ready = Candidate.LatelyRounds * Math.Max(1, person.Facts.Capacity);
        return MostOfOneSide * Math.Max(0, ready - person.Facts.GivenLately) / ready;
    }

    /// <summary>None: nobody should read that they were chosen because another has too much to do.</summary>
    public override string? Reason(in Fit fit) => null;

    // A relationship without sides has one place in both lists. One with sides may by chance, when the person both seeks and offers it; then both lists name it there.
    private static bool IsOfferedWithSides(RosterEntry person, int typeIndex)
    {
        var (offered, sought) = (person.Offers(typeIndex), person.Seeks(typeIndex));
        if (offered < 0 || offered != sought) return offered >= 0;

        var (offers, seeks) = (person.Facts.Offers, person.Facts.Seeks);
        return offered < offers.Count && offered < seeks.Count && offers[offered] == seeks[offered] && RelationshipCatalog.Find(offers[offered]) is { IsSymmetric: false };
    }
}
