namespace PairingBot.Matching;

/// <summary>A graph that cannot be built or solved: a loop, an edge given twice, a vertex that does not exist, or numbers
/// so large that 64-bit arithmetic could not stay exact. The message names the edge or vertex.</summary>
public sealed class GraphException : ArgumentException
{
    public GraphException() { }

    public GraphException(string message) : base(message) { }

    public GraphException(string message, Exception inner) : base(message, inner) { }
}
