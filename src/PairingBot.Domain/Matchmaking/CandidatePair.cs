using System.Runtime.InteropServices;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Two people who may meet, in the best relationship that both want; where it has no sides, the seeker is the first in canonical order.
/// <paramref name="IsRepeat"/>: they met in an earlier round.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CandidatePair(int Seeker, int Giver, int Type, int Quality, bool IsRepeat)
{
    public (int One, int Other) Ends => Seeker < Giver ? (Seeker, Giver) : (Giver, Seeker);
}
