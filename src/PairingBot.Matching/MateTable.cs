namespace PairingBot.Matching;

/// <summary>Who is matched to whom: for each vertex its mate, or <see cref="None"/>. Symmetric, by construction of the solver and by
/// the check of <see cref="OptimalityProof"/>.</summary>
public sealed class MateTable
{
    public const int None = -1;

    private readonly int[] _mate;

    public MateTable(ReadOnlySpan<int> mates) => _mate = mates.ToArray();

    private MateTable(int[] mate) => _mate = mate;

    public int VertexCount => _mate.Length;

    public int PairCount => (_mate.Length - _mate.Count(mate => mate == None)) / 2;

    /// <summary>The pairs, smaller vertex first, rising.</summary>
    public IEnumerable<(int U, int V)> Pairs
    {
        get
        {
            for (var v = 0; v < _mate.Length; v++)
            {
                if (_mate[v] > v)
                    yield return (v, _mate[v]);
            }
        }
    }

    public int this[int vertex] => _mate[vertex];

    public bool IsMatched(int vertex) => _mate[vertex] != None;

    public ReadOnlySpan<int> AsSpan() => _mate;

    internal static MateTable Owning(int[] mate) => new(mate);
}
