namespace PairingBot.Matching;

/// <summary>What the search starts with besides the duals: pairs whose edge is tight already, and the numbers by which it calls the vertices.
/// Trees grow along pairs and tight edges, so vertices that these join get numbers side by side, and lie side by side in memory. A vertex without edges
/// gets none: its dual is zero, and it costs the search nothing.</summary>
internal sealed class SearchOrder
{
    public const int None = -1;

    private readonly Graph _graph;
    private readonly StartingDuals _duals;
    private readonly int[] _mate;
    private readonly int[] _number;
    private readonly int[] _vertex;
    private int[] _open = new int[64];
    private int _openCount;

    /// <param name="earlier">An earlier answer, if there is one: its pairs come first, so that they are kept where they can be.</param>
    public SearchOrder(Graph graph, StartingDuals duals, MateTable? earlier)
    {
        (_graph, _duals) = (graph, duals);
        (_mate, _number, _vertex) = (new int[graph.VertexCount], new int[graph.VertexCount], new int[graph.VertexCount]);
        for (var v = 0; v < _mate.Length; v++)
            (_mate[v], _number[v]) = (None, None);
        if (earlier is not null)
            KeepPairs(earlier);
        for (var v = 0; v < _mate.Length; v++)
            PairWithFirst(v);
        NumberVertices();
    }

    /// <summary>How many vertices have a number.</summary>
    public int Count { get; private set; }

    /// <summary>The vertex of the graph that has this number in the search.</summary>
    public int Vertex(int number) => _vertex[number];

    public int Number(int vertex) => _number[vertex];

    /// <summary>By numbers.</summary>
    public int Mate(int number) => _mate[_vertex[number]] is var mate and not None ? _number[mate] : None;

    private void KeepPairs(MateTable earlier)
    {
        for (var v = 0; v < Math.Min(_mate.Length, earlier.VertexCount); v++)
        {
            var mate = earlier[v];
            if (mate > v && mate < Math.Min(_mate.Length, earlier.VertexCount) && earlier[mate] == v && IsTight(v, mate))
                (_mate[v], _mate[mate]) = (mate, v);
        }
    }

    private bool IsTight(int u, int v)
    {
        var index = _graph.IndexOf(u, v);
        return index >= 0 && _duals.EdgeSlack(u, v, _graph.Weights(u)[index]) == 0;
    }

    private void PairWithFirst(int v)
    {
        if (_mate[v] != None)
            return;
        var neighbours = _graph.Neighbours(v);
        var weights = _graph.Weights(v);
        for (var i = 0; i < neighbours.Length; i++)
        {
            if (_mate[neighbours[i]] != None || _duals.EdgeSlack(v, neighbours[i], weights[i]) != 0)
                continue;
            (_mate[v], _mate[neighbours[i]]) = (neighbours[i], v);
            return;
        }
    }

    /// <summary>Depth first, the mate right after.</summary>
    private void NumberVertices()
    {
        for (var root = 0; root < _number.Length; root++)
        {
            if (_graph.Degree(root) > 0)
                Note(root);
            while (_openCount > 0)
            {
                var v = _open[--_openCount];
                if (_number[v] != None)
                    continue;
                Take(v);
                if (_mate[v] != None && _number[_mate[v]] == None)
                    Take(_mate[v]);
            }
        }
    }

    private void Take(int v)
    {
        (_vertex[Count], _number[v]) = (v, Count);
        Count++;
        var neighbours = _graph.Neighbours(v);
        var weights = _graph.Weights(v);
        var (first, second, firstSlack, secondSlack) = (None, None, long.MaxValue, long.MaxValue);
        for (var i = 0; i < neighbours.Length; i++)
        {
            if (_number[neighbours[i]] != None)
                continue;
            var slack = _duals.EdgeSlack(v, neighbours[i], weights[i]);
            if (slack < firstSlack)
                (second, secondSlack, first, firstSlack) = (first, firstSlack, neighbours[i], slack);
            else if (slack < secondSlack)
                (second, secondSlack) = (neighbours[i], slack);
        }

        Note(second);
        Note(first);
    }

    private void Note(int v)
    {
        if (v == None)
            return;
        if (_openCount == _open.Length)
            Array.Resize(ref _open, 2 * _openCount);
        _open[_openCount++] = v;
    }
}
