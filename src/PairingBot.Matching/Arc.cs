using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>One direction of an edge as the search reads it: where it leads, and its slack under the starting duals. Two widths, because
/// half the bytes are half the time on large graphs; the search is compiled once for each.</summary>
internal interface IArc<TSelf>
    where TSelf : struct, IArc<TSelf>
{
    int To { get; }

    long StartSlack { get; }

    static abstract TSelf Of(int to, long startSlack);

    /// <summary>By slack, equals by far end.</summary>
    static abstract bool IsBefore(TSelf a, TSelf b);

    static abstract void Sort(Span<TSelf> arcs);
}

/// <summary>Slack above, far end below, so that the order of arcs is the order of one number.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NarrowArc : IArc<NarrowArc>
{
    private readonly long _packed;

    private NarrowArc(long packed) => _packed = packed;

    public int To => (int)_packed;

    public long StartSlack => _packed >> 32;

    public static NarrowArc Of(int to, long startSlack) => new((startSlack << 32) | (uint)to);

    public static bool IsBefore(NarrowArc a, NarrowArc b) => a._packed < b._packed;

    public static void Sort(Span<NarrowArc> arcs) => MemoryMarshal.Cast<NarrowArc, long>(arcs).Sort();
}

[StructLayout(LayoutKind.Sequential)]
internal readonly struct WideArc : IArc<WideArc>
{
    private readonly long _slack;
    private readonly int _to;

    private WideArc(int to, long slack) => (_to, _slack) = (to, slack);

    public int To => _to;

    public long StartSlack => _slack;

    public static WideArc Of(int to, long startSlack) => new(to, startSlack);

    public static bool IsBefore(WideArc a, WideArc b) => a._slack != b._slack ? a._slack < b._slack : a._to < b._to;

    public static void Sort(Span<WideArc> arcs) => arcs.Sort((a, b) => IsBefore(a, b) ? -1 : IsBefore(b, a) ? 1 : 0);
}
