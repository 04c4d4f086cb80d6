using System.Runtime.CompilerServices;

namespace PairingBot.Matching;

/// <summary>The certificate that a matching is the best: a price for each vertex (its dual) and for some odd sets of vertices
/// (the blossoms). All numbers are multiplied by <see cref="Scale"/>, so that they are integers. They cover each edge:
/// dual(u) + dual(v) + duals of all blossoms that hold both ends >= Scale * value(u,v). See <see cref="OptimalityProof"/>.
/// <para>The blossoms are a laminar forest (two are nested or disjoint) and only those with a positive dual are listed:
/// for each the smallest one around it, which has a higher number, and for each vertex the smallest one that holds it.
/// With most pairs asked for first, every vertex got the bonus <see cref="CardinalityBonus"/> on top of the graph's own, and the
/// certificate speaks of these larger values.</para></summary>
public sealed class DualSolution
{
    /// <summary>Every dual is this many times its real value.</summary>
    public const int Scale = 4;

    public const int None = -1;

    private readonly long[] _vertexDual;
    private readonly int[] _innermost;
    private readonly int[] _parent;
    private readonly long[] _blossomDual;
    private BlossomForest? _forest;

    /// <summary>Takes the certificate as data, unchecked: <see cref="OptimalityProof"/> is what judges it.</summary>
    public DualSolution(
        ReadOnlySpan<long> vertexDuals, ReadOnlySpan<int> innermostBlossoms, ReadOnlySpan<int> blossomParents,
        ReadOnlySpan<long> blossomDuals, long cardinalityBonus = 0)
    {
        (_vertexDual, _innermost) = (vertexDuals.ToArray(), innermostBlossoms.ToArray());
        (_parent, _blossomDual) = (blossomParents.ToArray(), blossomDuals.ToArray());
        CardinalityBonus = cardinalityBonus;
    }

    public int VertexCount => _vertexDual.Length;

    public int BlossomCount => _parent.Length;

    /// <summary>Added to every vertex's bonus so that one more pair outweighs everything else; 0 where weight alone counts.</summary>
    public long CardinalityBonus { get; }

    public ReadOnlySpan<long> VertexDuals => _vertexDual;

    /// <summary>For each vertex the smallest blossom that holds it, or <see cref="None"/>.</summary>
    public ReadOnlySpan<int> InnermostBlossoms => _innermost;

    /// <summary>For each blossom the smallest one around it, or <see cref="None"/>.</summary>
    public ReadOnlySpan<int> BlossomParents => _parent;

    public ReadOnlySpan<long> BlossomDuals => _blossomDual;

    /// <summary>How far the edge is from paying, times <see cref="Scale"/>: a quarter of it is a proven lower bound on what the whole
    /// matching loses if this edge were forced. <paramref name="value"/> is the weight with the graph's bonuses; the edge need not be
    /// in the graph, so unlisted pairs can be priced. Negative: the certificate does not cover the edge. Meant for a certificate
    /// whose proof was found valid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Int128 EdgeSlack(int u, int v, long value)
    {
        var slack = (Int128)_vertexDual[u] + _vertexDual[v] - Scale * ((Int128)value + 2 * (Int128)CardinalityBonus);
        return slack + Forest.SumAround(_innermost[u], _innermost[v]);
    }

    /// <summary>For each vertex its dual and half the duals of all blossoms around it, times <see cref="Scale"/>, rounded up: the prices of two
    /// ends together cover whatever the certificate covers, so they bound a pair without a look at the blossoms. A blossom that names a parent
    /// out of order counts as one without.</summary>
    public Int128[] FoldedPrices()
    {
        var around = new Int128[Math.Min(_parent.Length, _blossomDual.Length)];
        for (var b = around.Length - 1; b >= 0; b--)
            around[b] = _blossomDual[b] + (_parent[b] > b && _parent[b] < around.Length ? around[_parent[b]] : 0);
        var prices = new Int128[_vertexDual.Length];
        for (var v = 0; v < prices.Length; v++)
            prices[v] = _vertexDual[v] + (v < _innermost.Length && (uint)_innermost[v] < (uint)around.Length ? (around[_innermost[v]] + 1) >> 1 : 0);
        return prices;
    }

    private BlossomForest Forest => _forest ??= new BlossomForest(_parent, _blossomDual);
}
