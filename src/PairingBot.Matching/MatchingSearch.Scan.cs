namespace PairingBot.Matching;

/// <summary>Finding events. Each outer vertex waits for the soonest of its edges to outer vertices of other nodes and for its
/// own dual to reach zero; each free vertex for the soonest of its edges to outer ones. An edge between two outer
/// vertices is kept by the one scanned last, which saw the other.
/// <para>No dual falls faster than the clock runs, so an edge with start slack s at a vertex with base b is not tight before
/// (b + s) / 2 if the vertex is outer, and b + s if it is free. Arcs lie in order of s: a scan stops where the rest cannot matter before the
/// event found, or else early, with the event to look further in time.</para></summary>
internal sealed partial class MatchingSearch<TArc>
{
    private const int FewArcs = 32;

    private const int AtOnce = 8;

    // In place of the partner: the event is not about an edge.
    private const int OwnDualIsZero = -1;
    private const int LookFurther = -2;

    private void ScanOuter(int v) => ScanOuter(v, FewArcs);

    private void ScanOuter(int v, int few)
    {
        ref var state = ref _vertex[v];
        var (own, group, present) = (state.Base, state.Group, 2 * _now);
        var (soonest, partner) = (2 * (own + _startDual[v]), OwnDualIsZero);
        var arcs = _arcs.Tightest(v, few);
        for (var i = 0; ; i++)
        {
            if (i == arcs.Length)
            {
                arcs = _arcs.Tightest(v, i + 1);
                if (i == arcs.Length)
                    break;
            }

            var arc = arcs[i];
            var bound = own + arc.StartSlack;
            if (bound >= soonest)
                break;
            if (i >= few && bound > present)
            {
                (soonest, partner) = (bound, LookFurther);
                _arcs.Looked(v) = i;
                break;
            }

            ref var other = ref _outlook[arc.To];
            if (bound + other.OuterBase < soonest)
            {
                if (_vertex[arc.To].Group != group)
                    (soonest, partner) = (bound + other.OuterBase, arc.To);
            }
            else if (bound < other.Hope)
                AwaitFree(arc.To, bound + _vertex[arc.To].Base, v);
        }

        Await(v, soonest, partner);
    }

    private void ScanFree(int v) => ScanFree(v, FewArcs);

    private void ScanFree(int v, int few)
    {
        var own = _vertex[v].Base;
        var (soonest, partner) = (Outlook.Never, None);
        var arcs = _arcs.Tightest(v, few);
        for (var i = 0; ; i++)
        {
            if (i == arcs.Length)
            {
                arcs = _arcs.Tightest(v, i + 1);
                if (i == arcs.Length)
                    break;
            }

            var arc = arcs[i];
            var bound = own + arc.StartSlack;
            if (bound >= soonest)
                break;
            if (i >= few && bound > _now)
            {
                (soonest, partner) = (bound, LookFurther);
                _arcs.Looked(v) = i;
                break;
            }

            if ((_outerBits[arc.To >> 6] & (1UL << arc.To)) == 0)
                continue;
            var time = bound + _outlook[arc.To].OuterBase;
            if (time < soonest)
                (soonest, partner) = (time, arc.To);
        }

        if (partner == None)
            (_vertex[v].Key, _outlook[v].Hope) = (long.MaxValue, Outlook.Never);
        else
            AwaitFree(v, soonest, partner);
    }

    private void Await(int v, long key, int partner)
    {
        ref var state = ref _vertex[v];
        (state.Key, state.Partner) = (key, partner);
        _queue.Push(key, v);
    }

    private void AwaitFree(int v, long time, int partner)
    {
        _outlook[v].Hope = time - _vertex[v].Base;
        Await(v, 2 * time + 1, partner);
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
        {
            if (i % AtOnce == 0)
                FetchNoted(i);
            ScanFree(_toScan[i]);
        }

        _toScanCount = 0;
    }

    private void ScanNotedOuter()
    {
        for (var i = 0; i < _toScanCount; i++)
        {
            if (i % AtOnce == 0)
                FetchNoted(i);
            ScanOuter(_toScan[i]);
        }

        _toScanCount = 0;
    }

    // Most of the time of a large graph is waiting for memory. Read beforehand, the arcs of several vertices come at the same time.
    private void FetchNoted(int first)
    {
        foreach (var v in _toScan.AsSpan(first, Math.Min(AtOnce, _toScanCount - first)))
            _fetched += _arcs.Fetch(v);
    }
}
