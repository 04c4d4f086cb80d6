namespace PairingBot.Matching;

/// <summary>Finding events. Each outer vertex waits for the soonest of its edges to outer vertices of other nodes and for its
/// own dual to reach zero; each free vertex for the soonest of its edges to outer ones. An edge between two outer
/// vertices is kept by the one scanned last, which saw the other.</summary>
internal sealed partial class MatchingSearch<TArc>
{
    /// <summary>For a vertex that has just become outer: also its free neighbours hear of it.</summary>
    private void ScanOuter(int v)
    {
        ref var state = ref _vertex[v];
        var (own, group) = (state.Base, state.Group);
        var (soonest, partner) = (2 * (own + _bonus[v]), None);
        foreach (ref readonly var arc in _arcs.AsSpan(_start[v], _start[v + 1] - _start[v]))
        {
            ref var other = ref _vertex[arc.To];
            if (other.Label == VertexState.Outer)
            {
                var key = own + other.Base - arc.Weight;
                if (key < soonest && other.Group != group)
                    (soonest, partner) = (key, arc.To);
            }
            else if (other.Label == VertexState.Free)
            {
                var key = 2 * (own + other.Base - arc.Weight) + 1;
                if (key < other.Key)
                    Await(arc.To, key, v);
            }
        }

        Await(v, soonest, partner);
    }

    /// <summary>For an outer vertex whose edge turned out to be of no more use.</summary>
    private void RescanOuter(int v)
    {
        ref var state = ref _vertex[v];
        var (own, group) = (state.Base, state.Group);
        var (soonest, partner) = (2 * (own + _bonus[v]), None);
        foreach (ref readonly var arc in _arcs.AsSpan(_start[v], _start[v + 1] - _start[v]))
        {
            ref var other = ref _vertex[arc.To];
            if (other.Label != VertexState.Outer)
                continue;
            var key = own + other.Base - arc.Weight;
            if (key < soonest && other.Group != group)
                (soonest, partner) = (key, arc.To);
        }

        Await(v, soonest, partner);
    }

    private void ScanFree(int v)
    {
        var (soonest, partner) = (long.MaxValue, None);
        foreach (ref readonly var arc in _arcs.AsSpan(_start[v], _start[v + 1] - _start[v]))
        {
            ref var other = ref _vertex[arc.To];
            if (other.Label != VertexState.Outer)
                continue;
            var time = other.Base - arc.Weight;
            if (time < soonest)
                (soonest, partner) = (time, arc.To);
        }

        if (partner == None)
            _vertex[v].Key = long.MaxValue;
        else
            Await(v, 2 * (soonest + _vertex[v].Base) + 1, partner);
    }

    private void Await(int v, long key, int partner)
    {
        ref var state = ref _vertex[v];
        (state.Key, state.Partner) = (key, partner);
        _queue.Push(key, v);
    }

    private void NoteForScan(int node)
    {
        var last = _node[node].Last;
        for (var v = _node[node].First; ; v = _nextVertex[v])
        {
            _toScan[_toScanCount++] = v;
            if (v == last)
                return;
        }
    }

    private void ScanNotedFree()
    {
        for (var i = 0; i < _toScanCount; i++)
            ScanFree(_toScan[i]);
        _toScanCount = 0;
    }

    private void ScanNotedOuter()
    {
        for (var i = 0; i < _toScanCount; i++)
            ScanOuter(_toScan[i]);
        _toScanCount = 0;
    }
}
