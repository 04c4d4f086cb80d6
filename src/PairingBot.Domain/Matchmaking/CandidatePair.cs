using System.Runtime.InteropServices;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Two people who may meet, in a relationship that both want; where it has no sides, the seeker is the first in canonical order. <paramref name="IsRepeat"/>:
/// they met in an earlier round. <paramref name="IsBesides"/>: the giver would take the seeker besides another conversation. A large round holds millions, so it is kept small.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CandidatePair(int Seeker, int Giver, byte Type, ushort Quality, bool IsRepeat, bool IsBesides = false)
{
    public (int One, int Other) Ends => Seeker < Giver ? (Seeker, Giver) : (Giver, Seeker);
}
