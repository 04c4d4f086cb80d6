namespace PairingBot.Benchmarks.Engine;

/// <summary>SplitMix64: the same numbers on every machine and in every version, from a seed.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Below the bound, small numbers more often.</summary>
    public int Skewed(int bound) => Math.Min(Below(bound), Below(bound));

    public ulong Bits(int count, int of)
    {
        ulong mask = 0;
        while (System.Numerics.BitOperations.PopCount(mask) < count)
            mask |= 1UL << Below(of);
        return mask;
    }
}
