using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>The best matching, what it is worth (weights and bonuses of its pairs), and the certificate that none is better.</summary>
public sealed record MatchingResult(MateTable Mates, DualSolution Dual, Int128 Weight);

/// <summary>How far a search is: vertices that still look for a mate, of those that the graph has.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MatchingProgress(int OpenVertices, int VertexCount);
