using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>All that a scan reads of the far end of an arc, one number kept apart from the rest so that it stays in the cache: of an outer vertex its
/// base; of a free one the sum of an outer vertex's base and the start slack to here that would be news (<see cref="Never"/>: any); of an inner one
/// <see cref="Nothing"/>.</summary>
internal static class Outlook
{
    public const long Never = long.MaxValue / 4;
    public const long Nothing = -Never;
}

/// <summary>What the search knows of a vertex. How far the dual has moved from its start is <c>Base + Label * t</c> at time t: it moves
/// without being touched.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VertexState
{
    public const int Outer = -1;
    public const int Free = 0;
    public const int Inner = 1;

    /// <summary>How far the dual would have moved by time 0 if the label had always been this one; never negative for an outer vertex.</summary>
    public long Base;

    /// <summary>The key of the event that the vertex waits for.</summary>
    public long Key;

    /// <summary>Names the top node around the vertex, by way of the group table.</summary>
    public int Group;

    public int Label;

    /// <summary>The far end of the edge that the event is about, or a mark that it is about something else.</summary>
    public int Partner;

    /// <summary>The mate. True only where the vertex is the base of its top node: blossoms settle their inside when they open.</summary>
    public int Mate;
}

/// <summary>A vertex or blossom as a node of the contracted graph; one cache line.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Node
{
    /// <summary>Half the dual of the blossom at time 0 if the label had always been this one; at time t it is <c>HalfDual - Label * t</c>.</summary>
    public long HalfDual;

    /// <summary>The vertex by which the node is matched to the outside, or exposed.</summary>
    public int Base;

    /// <summary>The vertices of a node are a list from First to Last; those of its children are pieces of it.</summary>
    public int First;

    public int Last;

    public int Size;

    public int Label;

    /// <summary>A blossom: one of its children, the way in to the circle.</summary>
    public int FirstChild;

    /// <summary>The tree it belongs to, named by the vertex it started from, and its neighbours in the tree's list of nodes.</summary>
    public int Tree;

    public int NextInTree;
    public int PreviousInTree;

    /// <summary>For an inner node the edge by which the tree grew to it: its own end and the end towards the root.</summary>
    public int EntryOwn;

    public int EntryOuter;

    /// <summary>In a blossom: the next child on the circle, and the edge that leads there.</summary>
    public int NextSibling;

    public int LinkFrom;
    public int LinkTo;
}
