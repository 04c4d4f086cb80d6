using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>An undirected edge between two vertices with its own weight. What the edge is worth in a matching is
/// this weight plus the bonuses of its two ends (see <see cref="Graph"/>).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Edge(int U, int V, long Weight);
