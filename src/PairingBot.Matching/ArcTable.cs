using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>The arcs of each vertex, tightest first; but only as many are put in order as the search has asked for, because it
/// rarely asks for more than a few.</summary>
internal sealed class ArcTable<TArc>
    where TArc : struct, IArc<TArc>
{
    private const int FirstPiece = 32;
    private const int FewToSort = 16;

    // A rest this small is sorted whole: choosing a piece of it would not pay.
    private const int SmallRest = 64;

    private readonly Place[] _place;
    private readonly TArc[] _arcs;

    public ArcTable(Graph graph, StartingDuals duals, SearchOrder order)
    {
        _place = new Place[order.Count];
        _arcs = new TArc[2 * graph.EdgeCount];
        var count = 0;
        for (var number = 0; number < order.Count; number++)
        {
            var v = order.Vertex(number);
            (_place[number].Start, _place[number].Count) = (count, graph.Degree(v));
            var neighbours = graph.Neighbours(v);
            var weights = graph.Weights(v);
            for (var i = 0; i < neighbours.Length; i++)
                _arcs[count++] = TArc.Of(order.Number(neighbours[i]), duals.EdgeSlack(v, neighbours[i], weights[i]));
        }
    }

    /// <summary>How far the last scan of the vertex came that did not come to the end.</summary>
    public ref int Looked(int v) => ref _place[v].Looked;

    public TArc[] All => _arcs;

    /// <summary>Where at least the first so many arcs of the vertex, or all it has, stand in order. (No span: the framework's generic methods on types of ours are not
    /// compiled ahead of time.)</summary>
    public (int Start, int End) Tightest(int v, int atLeast)
    {
        ref var place = ref _place[v];
        while (place.Sorted < Math.Min(atLeast, place.Count))
            SortFurther(ref place);
        return (place.Start, place.Start + place.Sorted);
    }

    /// <summary>Reads a little of what a scan of the vertex will read; only the reading matters.</summary>
    public long Fetch(int v)
    {
        ref var place = ref _place[v];
        return place.Count > 0 ? _arcs[place.Start].StartSlack + _arcs[place.Start + (place.Count / 2)].StartSlack : 0;
    }

    public long StartSlack(int v, int to)
    {
        ref var place = ref _place[v];
        for (var i = place.Start; i < place.Start + place.Count; i++)
        {
            if (_arcs[i].To == to)
                return _arcs[i].StartSlack;
        }

        throw new InvalidOperationException("There is no such arc: the solver is wrong.");
    }

    private void SortFurther(ref Place place)
    {
        var (start, count) = (place.Start + place.Sorted, place.Count - place.Sorted);
        place.Sorted += count <= FewToSort ? SortFew(start, count) : SortPiece(start, count, Math.Max(FirstPiece, place.Sorted));
    }

    // By insertion.
    private int SortFew(int start, int count)
    {
        for (var i = start + 1; i < start + count; i++)
        {
            var arc = _arcs[i];
            var hole = i;
            for (; hole > start && TArc.IsBefore(arc, _arcs[hole - 1]); hole--)
                _arcs[hole] = _arcs[hole - 1];
            _arcs[hole] = arc;
        }

        return count;
    }

    private int SortPiece(int start, int count, int piece)
    {
        var rest = _arcs.AsSpan(start, count);
        if (rest.Length > Math.Max(SmallRest, 2 * piece))
            rest = SmallestFirst(rest, piece);
        TArc.Sort(rest);
        return rest.Length;
    }

    // Moves the smaller ones to the front until a front of about the wanted length, and none but the smallest, is left.
    private static Span<TArc> SmallestFirst(Span<TArc> arcs, int wanted)
    {
        while (arcs.Length > 2 * wanted)
        {
            var (a, b, c) = (arcs[0].StartSlack, arcs[arcs.Length / 2].StartSlack, arcs[^1].StartSlack);
            var pivot = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
            var below = MoveForward(arcs, pivot, includingEquals: false);
            if (below >= wanted)
            {
                arcs = arcs[..below];
                continue;
            }

            // Arcs of equal slack must not be torn apart, or their order by far end would be lost.
            return arcs[..(below + MoveForward(arcs[below..], pivot, includingEquals: true))];
        }

        return arcs;
    }

    private static int MoveForward(Span<TArc> arcs, long pivot, bool includingEquals)
    {
        var front = 0;
        for (var i = 0; i < arcs.Length; i++)
        {
            var slack = arcs[i].StartSlack;
            if (slack < pivot || (includingEquals && slack == pivot))
            {
                (arcs[front], arcs[i]) = (arcs[i], arcs[front]);
                front++;
            }
        }

        return front;
    }

    /// <summary>Where the arcs of a vertex are, and how many of them are in order.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Place
    {
        public int Start;
        public int Count;
        public int Sorted;
        public int Looked;
    }
}
