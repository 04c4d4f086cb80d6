namespace PairingBot.Matching;

/// <summary>Answers, for two blossoms of a laminar forest, the sum of the duals of all blossoms that hold both. The forest may be as
/// deep as it has blossoms, so paths are cut into heavy chains: a question costs the logarithm of the size, not the depth.
/// Needs parents with higher numbers than their children, which <see cref="OptimalityProof"/> checks first.</summary>
internal sealed class BlossomForest
{
    private readonly int[] _parent;
    private readonly int[] _head;
    private readonly Int128[] _sum;

    public BlossomForest(ReadOnlySpan<int> parent, ReadOnlySpan<long> dual)
    {
        var count = parent.Length;
        _parent = parent.ToArray();
        _head = new int[count];
        _sum = new Int128[count];
        var heavy = HeavyChildren(parent);
        for (var b = count - 1; b >= 0; b--)
        {
            var p = parent[b];
            _head[b] = p >= 0 && heavy[p] == b ? _head[p] : b;
            _sum[b] = (p >= 0 ? _sum[p] : 0) + dual[b];
        }
    }

    public Int128 SumAround(int a, int b)
    {
        if (a < 0 || b < 0)
            return 0;
        while (_head[a] != _head[b])
        {
            // The chain whose head has the lower number cannot hold the other one: leave it upwards.
            if (_head[a] < _head[b])
                a = _parent[_head[a]];
            else
                b = _parent[_head[b]];
            if (a < 0 || b < 0)
                return 0;
        }

        return _sum[Math.Max(a, b)];
    }

    private static int[] HeavyChildren(ReadOnlySpan<int> parent)
    {
        var size = new int[parent.Length];
        var heavy = new int[parent.Length];
        Array.Fill(heavy, -1);
        for (var b = 0; b < parent.Length; b++)
        {
            size[b]++;
            var p = parent[b];
            if (p < 0)
                continue;
            size[p] += size[b];
            if (heavy[p] < 0 || size[b] > size[heavy[p]])
                heavy[p] = b;
        }

        return heavy;
    }
}
