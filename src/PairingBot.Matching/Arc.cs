using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>One direction of an edge as the search reads it: where it leads and its scaled own weight. Two widths, because half the
/// bytes are half the time on large graphs; the search is compiled once for each.</summary>
internal interface IArc<TSelf>
    where TSelf : struct, IArc<TSelf>
{
    int To { get; }

    long Weight { get; }

    static abstract TSelf Of(int to, long weight);
}

[StructLayout(LayoutKind.Sequential)]
internal readonly struct NarrowArc : IArc<NarrowArc>
{
    private readonly int _to;
    private readonly int _weight;

    private NarrowArc(int to, int weight) => (_to, _weight) = (to, weight);

    public int To => _to;

    public long Weight => _weight;

    public static NarrowArc Of(int to, long weight) => new(to, checked((int)weight));
}

[StructLayout(LayoutKind.Sequential)]
internal readonly struct WideArc : IArc<WideArc>
{
    private readonly long _weight;
    private readonly int _to;

    private WideArc(int to, long weight) => (_to, _weight) = (to, weight);

    public int To => _to;

    public long Weight => _weight;

    public static WideArc Of(int to, long weight) => new(to, weight);
}
