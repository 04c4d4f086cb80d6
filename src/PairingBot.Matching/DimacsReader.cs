using System.Globalization;

namespace PairingBot.Matching;

/// <summary>A graph in text that cannot be read: the line, counted from one, and why.</summary>
public sealed class DimacsException : FormatException
{
    public DimacsException() { }

    public DimacsException(string message) : base(message) { }

    public DimacsException(string message, Exception inner) : base(message, inner) { }

    internal DimacsException(long line, string reason) : base($"line {line}: {reason}") => Line = line;

    public long Line { get; }
}

/// <summary>Reads a graph as text, line by line: <c>c</c> comments, one <c>p edge VERTICES EDGES</c>, then as many <c>e U V WEIGHT</c>, vertices
/// from 1, whole weights. <c>n V BONUS</c> says that the weight of each edge at V contains BONUS for it; the
/// graph keeps the two apart, so its edge values are the weights of the file.
/// <para>Memory grows with what has been read, never with what was announced: a line that is no comment has a greatest length, vertices a greatest
/// number, and announced edges are only compared with those that came.</para></summary>
public static class DimacsReader
{
    /// <summary>More vertices than this are refused: they are the one announced number that must be believed at once.</summary>
    public const int MostVertices = 10_000_000;

    /// <summary>No line of the format is near as long.</summary>
    public const int LongestLine = 1000;

    public static Graph Read(TextReader text, CancellationToken cancellationToken = default)
    {
        var reading = new Reading();
        Span<char> buffer = stackalloc char[LongestLine];
        for (long number = 1; NextLine(text, buffer, number, out var length); number++)
        {
            if (number % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            try
            {
                reading.Take(buffer[..length], number);
            }
            catch (GraphException refused)
            {
                throw new DimacsException(number, refused.Message);
            }
        }

        return reading.Finish();
    }

    private static bool NextLine(TextReader text, Span<char> buffer, long number, out int length)
    {
        length = 0;
        int next;
        while ((next = text.Read()) is not (-1 or '\n'))
        {
            if (length < buffer.Length)
                buffer[length++] = (char)next;
            else if (!buffer.TrimStart().StartsWith("c"))
                throw new DimacsException(number, $"a line has at most {LongestLine} characters");
        }

        return next != -1 || length > 0;
    }

    private sealed class Reading
    {
        private GraphBuilder? _builder;
        private long _announced;
        private Run? _run;
        private long _line;

        public void Take(ReadOnlySpan<char> line, long number)
        {
            _line = number;
            line = line.Trim();
            if (line.IsEmpty || line[0] == 'c')
                return;
            Span<Range> words = stackalloc Range[5];
            var count = line.SplitAny(words, " \t", StringSplitOptions.RemoveEmptyEntries);
            switch (line[words[0]])
            {
                case "p":
                    TakeProblem(line, words[..count]);
                    break;
                case "n":
                    TakeBonus(line, words[..count]);
                    break;
                case "e":
                    TakeEdge(line, words[..count]);
                    break;
                default:
                    throw Bad("a line starts with c, p, n or e");
            }
        }

        public Graph Finish()
        {
            if (_builder is null)
                throw new DimacsException(_line + 1, "the line 'p edge VERTICES EDGES' is missing");
            if (_builder.EdgeCount != _announced)
                throw new DimacsException(_line + 1, $"{_announced} edges were announced, {_builder.EdgeCount} came");
            if (_builder.TakeBonusesOut() is >= 0 and var beyond)
            {
                var (u, v) = _builder.Ends(beyond);
                throw new DimacsException(LineOf(beyond), $"edge {u + 1}-{v + 1} without its bonuses is beyond {Graph.LargestValue}: sums would not stay exact");
            }

            try
            {
                return _builder.Build();
            }
            catch (GraphException) when (_builder.FirstDouble() is >= 0 and var edge)
            {
                var (u, v) = _builder.Ends(edge);
                throw new DimacsException(LineOf(edge), $"edge {u + 1}-{v + 1} is given twice");
            }
        }

        // Edges come in runs of lines without a gap; only where a run starts is noted.
        private void NoteLine()
        {
            if (_run is null || _line - _run.Line != _builder!.EdgeCount - _run.Edge)
                _run = new Run(_builder!.EdgeCount, _line, _run);
        }

        private long LineOf(int edge)
        {
            var run = _run!;
            while (run.Edge > edge)
                run = run.Before!;
            return run.Line + edge - run.Edge;
        }

        private void TakeProblem(ReadOnlySpan<char> line, ReadOnlySpan<Range> words)
        {
            if (_builder is not null)
                throw Bad("a second line with p");
            if (words.Length != 4 || line[words[1]] is not ("edge" or "edges" or "col"))
                throw Bad("expected 'p edge VERTICES EDGES'");
            var vertices = Number(line[words[2]], "the number of vertices");
            _announced = Number(line[words[3]], "the number of edges");
            if (vertices is < 0 or > MostVertices)
                throw Bad($"a graph has 0 to {MostVertices} vertices, not {vertices}");
            if (_announced is < 0 or > Graph.MostEdges)
                throw Bad($"a graph has 0 to {Graph.MostEdges} edges, not {_announced}");
            _builder = new GraphBuilder((int)vertices);
        }

        private void TakeBonus(ReadOnlySpan<char> line, ReadOnlySpan<Range> words)
        {
            if (words.Length != 3)
                throw Bad("expected 'n VERTEX BONUS'");
            var vertex = Vertex(line[words[1]]);
            _builder!.SetBonus(vertex, Number(line[words[2]], "the bonus"));
        }

        private void TakeEdge(ReadOnlySpan<char> line, ReadOnlySpan<Range> words)
        {
            if (words.Length != 4)
                throw Bad("expected 'e VERTEX VERTEX WEIGHT'");
            var (u, v) = (Vertex(line[words[1]]), Vertex(line[words[2]]));
            if (_builder!.EdgeCount == _announced)
                throw Bad($"only {_announced} edges were announced");
            if (u == v)
                throw Bad($"edge {u + 1}-{v + 1} is a loop");
            var weight = Number(line[words[3]], "the weight");
            if (weight is < -Graph.LargestValue or > Graph.LargestValue)
                throw Bad($"edge {u + 1}-{v + 1} weighs {weight}, beyond {Graph.LargestValue}: sums would not stay exact");
            NoteLine();
            _builder.AddEdge(u, v, weight);
        }

        private int Vertex(ReadOnlySpan<char> word)
        {
            if (_builder is null)
                throw Bad("the line 'p edge VERTICES EDGES' comes first");
            var vertex = Number(word, "a vertex");
            return vertex >= 1 && vertex <= _builder.VertexCount
                ? (int)vertex - 1
                : throw Bad($"vertex {vertex} is not one of 1 to {_builder.VertexCount}");
        }

        private long Number(ReadOnlySpan<char> word, string what) =>
            !word.Contains('\0') && long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Bad($"{what} is no whole number of 64 bits: '{Shown(word)}'");

        private static string Shown(ReadOnlySpan<char> word) => word.Length > 40 ? $"{word[..40]}…" : word.ToString();

        private sealed record Run(int Edge, long Line, Run? Before);

        private DimacsException Bad(string reason) => new(_line, reason);
    }
}
