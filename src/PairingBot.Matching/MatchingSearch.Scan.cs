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
        var arcs = _arcs.All;
        var (start, end) = _arcs.Tightest(v, few);
        for (var i = start; ; i++)
        {
            if (i == end)
            {
                (_, end) = _arcs.Tightest(v, i - start + 1);
                if (i == end)
                    break;
            }

            var arc = arcs[i];
            var bound = own + arc.StartSlack;
            if (bound >= soonest)
                break;
            if (i - start >= few && bound > present)
            {
                (soonest, partner) = (bound, LookFurther);
                _arcs.Looked(v) = i - start;
                break;
            }

            var other = _outlook[arc.To];
            if (IsOuter(arc.To))
            {
                if (bound + other < soonest && _vertex[arc.To].Group != group)
                    (soonest, partner) = (bound + other, arc.To);
            }
            else if (bound < other)
                AwaitFree(arc.To, bound + _vertex[arc.To].Base, v);
        }

        Await(v, soonest, partner);
    }

    private void ScanFree(int v) => ScanFree(v, FewArcs);

    private void ScanFree(int v, int few)
    {
        var own = _vertex[v].Base;
        var (soonest, partner) = (Outlook.Never, None);
        var arcs = _arcs.All;
        var (start, end) = _arcs.Tightest(v, few);
        for (var i = start; ; i++)
        {
            if (i == end)
            {
                (_, end) = _arcs.Tightest(v, i - start + 1);
                if (i == end)
                    break;
            }

            var arc = arcs[i];
            var bound = own + arc.StartSlack;
            if (bound >= soonest)
                break;
            if (i - start >= few && bound > _now)
            {
                (soonest, partner) = (bound, LookFurther);
                _arcs.Looked(v) = i - start;
                break;
            }

            if (!IsOuter(arc.To))
                continue;
            var time = bound + _outlook[arc.To];
            if (time < soonest)
                (soonest, partner) = (time, arc.To);
        }

        if (partner == None)
            (_vertex[v].Key, _outlook[v]) = (long.MaxValue, Outlook.Never);
        else
            AwaitFree(v, soonest, partner);
    }

    private bool IsOuter(int v) => (_outerBits[v >> 6] & (1UL << v)) != 0;

    private void Await(int v, long key, int partner)
    {
        ref var state = ref _vertex[v];
        (state.Key, state.Partner) = (key, partner);
        _queue.Push(key, v);
    }

    private void AwaitFree(int v, long time, int partner)
    {
        _outlook[v] = time - _vertex[v].Base;
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
        for (var i = first; i < Math.Min(first + AtOnce, _toScanCount); i++)
            _fetched += _arcs.Fetch(_toScan[i]);
    }
}
