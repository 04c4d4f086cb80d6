using System.Buffers.Binary;

namespace PairingBot.Domain.Rounds;

/// <summary>
/// The chance of each round of a program: known beforehand, so that a round that is looked at before it opens is the round that opens, and rounds can be planned
/// ahead with the very chance that they will have.
/// </summary>
public static class RoundSeed
{
    // An odd number, so that no two rounds share a seed; what is made of it spreads the bits.
    private const ulong Step = 0x9E3779B97F4A7C15;

    public static long Of(Guid program, int round)
    {
        Span<byte> bytes = stackalloc byte[16];
        program.TryWriteBytes(bytes);
        var first = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        return After((long)(first & long.MaxValue), round);
    }

    /// <summary>The seed of so many rounds later.</summary>
    public static long After(long seed, int rounds) => (long)(unchecked((ulong)seed + (ulong)rounds * Step) & long.MaxValue);
}
