namespace PairingBot.Matching.Tests;

public sealed class DimacsReaderTests
{
    [Fact]
    public void A_graph_is_read_with_comments_and_either_line_end()
    {
        var graph = Read("c three in a row\r\np edge 3 2\r\n\r\ne 1 2 5\r\n  e 3\t2 -7");
        Assert.Equal([new Edge(0, 1, 5), new Edge(1, 2, -7)], graph.Edges);
    }

    [Fact]
    public void A_bonus_is_kept_apart_and_the_value_stays_that_of_the_file()
    {
        var graph = Read("p edge 2 1\nn 1 100\nn 2 40\ne 1 2 150");
        Assert.Equal(10, graph.Weights(0)[0]);
        Assert.Equal(150, graph.Value(0, 1));
    }

    [Fact]
    public void Bonuses_may_come_anywhere_after_the_announcement()
    {
        var graph = Read("p edge 3 2\ne 1 2 150\nn 2 40\ne 2 3 60\nn 1 100\n");
        Assert.Equal([new Edge(0, 1, 10), new Edge(1, 2, 20)], graph.Edges);
        Assert.Equal(150, graph.Value(0, 1));
    }

    [Fact]
    public void Comments_may_be_of_any_length_and_numbers_may_have_a_plus()
    {
        var graph = Read($"  c {new string('x', 5_000)}\np col 2 1\t \nc\ne 2 1 +5  ");
        Assert.Equal([new Edge(0, 1, 5)], graph.Edges);
    }

    [Theory]
    [InlineData("", 1, "missing")]
    [InlineData("e 1 2 3", 1, "first")]
    [InlineData("p edge 2 1\np edge 2 1", 2, "second")]
    [InlineData("p edge 2", 1, "expected 'p edge")]
    [InlineData("p edge -2 0", 1, "0 to")]
    [InlineData("p edge 99999999999 1", 1, "0 to")]
    [InlineData("p edge 2 1\ne 1 2 NaN", 2, "'NaN'")]
    [InlineData("p edge 2 1\ne 1 2 1.5", 2, "'1.5'")]
    [InlineData("p edge 2 1\ne 1 2 1e3", 2, "'1e3'")]
    [InlineData("p edge 2 1\ne 1 2 99999999999999999999", 2, "no whole number")]
    [InlineData("p edge 2 1\ne 1 2 9000000000000000000", 2, "beyond")]
    [InlineData("p edge 2 1\ne 1 2", 2, "expected 'e VERTEX")]
    [InlineData("p edge 2 1\ne 1 2 3 4 5 6 7", 2, "expected 'e VERTEX")]
    [InlineData("p edge 2 1\nc\n\ne 1 3 4", 4, "vertex 3 is not one of 1 to 2")]
    [InlineData("p edge 2 1\ne 0 1 4", 2, "vertex 0 is not")]
    [InlineData("p edge 2 1\ne 2 2 4", 2, "2-2 is a loop")]
    [InlineData("p edge 2 1\nx", 2, "starts with")]
    [InlineData("p edge 3 1\ne 1 2 4\ne 2 3 4", 3, "only 1 edges")]
    [InlineData("p edge 3 2\ne 1 2 4\n", 3, "2 edges were announced, 1 came")]
    [InlineData("p edge 3 3\ne 1 2 4\nc\n\ne 2 1 4\ne 2 3 4", 5, "edge 2-1 is given twice")]
    [InlineData("p edge 2 1\ne 1 2 5\0", 2, "no whole number")]
    [InlineData("p edge 2 1\ne 1 2 0x5", 2, "'0x5'")]
    [InlineData("p edge 2 1\ne 1 2 ٣", 2, "'٣'")]
    [InlineData("p edge 2 1\ne 1 2 1,000", 2, "'1,000'")]
    [InlineData("p edge 2 1\ne 1 2 −5", 2, "'−5'")]
    [InlineData("p edge 2 1\nn 3 5\ne 1 2 4", 2, "vertex 3 is not")]
    [InlineData("n 1 5\np edge 2 1", 1, "first")]
    [InlineData("p edge 2 1\re 1 2 4\r", 1, "expected 'p edge")]
    [InlineData("p edge 2 1\nn 1 70000000000000000\ne 1 2 -70000000000000000", 3, "edge 1-2 without its bonuses")]
    [InlineData("p edge 2000000 1000000000", 1, "edges, not 1000000000")]
    public void What_cannot_be_read_is_refused_with_its_line_and_reason(string text, long line, string reason)
    {
        var refused = Assert.Throws<DimacsException>(() => Read(text));
        Assert.Equal(line, refused.Line);
        Assert.StartsWith($"line {line}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Announced_edges_take_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DimacsException>(() => Read("p edge 2 500000000\ne 1 2 3"));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_line_without_end_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<DimacsException>(() => DimacsReader.Read(new EndlessText()));
        Assert.Contains("at most", refused.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    private static Graph Read(string text) => DimacsReader.Read(new StringReader(text));

    private sealed class EndlessText : TextReader
    {
        public override int Read() => 'e';
    }
}
