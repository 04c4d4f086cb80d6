using System.Numerics;
using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>When something will happen to a vertex or blossom. The key is twice the time, plus one if it may wait for the others
/// of the same time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Event(long Key, int Id);

/// <summary>Events in order of time; at one time those that may not wait first; among equals, first come, first served. Both ties matter:
/// by vertex number instead, a graph with few different weights takes a thousand times longer.
/// <para>A radix heap: time never goes back, so an event only needs a place by the highest bit in which its time differs from now, and
/// moves to lower places as now comes near. Pushing is an append, and no event is looked for to be changed: whoever set a
/// newer key leaves the old event behind, and it is dropped when it comes up.</para></summary>
internal sealed class EventQueue
{
    private const int Places = 64;
    private const int FirstRoom = 16;

    private readonly Event[][] _place = new Event[Places][];
    private readonly int[] _count = new int[Places];
    private readonly Fifo _urgent = new();
    private readonly Fifo _patient = new();
    private ulong _occupied;

    public EventQueue()
    {
        for (var place = 0; place < Places; place++)
            _place[place] = new Event[FirstRoom];
    }

    public long Now { get; private set; }

    public void Push(long key, int id)
    {
        var ahead = (ulong)((key >> 1) ^ Now);
        if (ahead == 0)
            PushNow(new Event(key, id));
        else
            Store(Places - 1 - BitOperations.LeadingZeroCount(ahead), new Event(key, id));
    }

    /// <summary>Takes the next event of the present time.</summary>
    public bool TryTakeNow(out Event next) => _urgent.TryTake(out next) || _patient.TryTake(out next);

    /// <summary>Moves on to the time of the next event that is still wanted.</summary>
    /// <param name="keyOf">The key each vertex waits for now; events with another are stale. Blossoms have higher numbers and are always kept.</param>
    /// <returns>False when nothing is left.</returns>
    public bool Advance(VertexState[] keyOf)
    {
        while (_occupied != 0)
        {
            var lowest = BitOperations.TrailingZeroCount(_occupied);
            var waiting = _place[lowest];
            var kept = 0;
            var soonest = long.MaxValue;
            for (var i = 0; i < _count[lowest]; i++)
            {
                var e = waiting[i];
                if (e.Id < keyOf.Length && keyOf[e.Id].Key != e.Key)
                    continue;
                soonest = Math.Min(soonest, e.Key);
                waiting[kept++] = e;
            }

            _count[lowest] = 0;
            _occupied &= _occupied - 1;
            if (kept == 0)
                continue;
            Now = soonest >> 1;
            for (var i = 0; i < kept; i++)
                Push(waiting[i].Key, waiting[i].Id);
            return true;
        }

        return false;
    }

    private void PushNow(Event e)
    {
        if ((e.Key & 1) == 0)
            _urgent.Add(e);
        else
            _patient.Add(e);
    }

    private void Store(int place, Event e)
    {
        var events = _place[place];
        var count = _count[place];
        if (count == events.Length)
        {
            events = new Event[2 * count];
            Array.Copy(_place[place], events, count);
            _place[place] = events;
        }

        events[count] = e;
        _count[place] = count + 1;
        _occupied |= 1UL << place;
    }

    private sealed class Fifo
    {
        private Event[] _ring = new Event[256];
        private int _head;
        private int _count;

        public void Add(Event e)
        {
            if (_count == _ring.Length)
                Grow();
            _ring[(_head + _count++) & (_ring.Length - 1)] = e;
        }

        public bool TryTake(out Event e)
        {
            if (_count == 0)
            {
                e = default;
                return false;
            }

            e = _ring[_head];
            _head = (_head + 1) & (_ring.Length - 1);
            _count--;
            return true;
        }

        private void Grow()
        {
            var larger = new Event[2 * _ring.Length];
            for (var i = 0; i < _count; i++)
                larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
            (_ring, _head) = (larger, 0);
        }
    }
}
