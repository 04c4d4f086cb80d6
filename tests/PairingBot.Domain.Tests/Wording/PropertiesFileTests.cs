using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Tests.Wording;

public sealed class PropertiesFileTests
{
    [Fact]
    public void A_line_is_a_key_and_a_text() => Assert.Equal([("a.b", "x = y"), ("a.c", "z")], Read("a.b = x = y\na.c=z"));

    [Fact]
    public void Comments_and_empty_lines_say_nothing() => Assert.Equal([("a", "b")], Read("# a comment\n\n  # another\na = b\n"));

    [Fact]
    public void A_long_text_goes_on_in_the_next_line() => Assert.Equal([("a", "one two three"), ("b", "c")], Read("a = one \\\n    two \\\n    three\nb = c"));

    [Fact]
    public void Line_breaks_and_spaces_at_an_end_are_written_out() => Assert.Equal([("a", "x\ny, ")], Read("a = x\\ny,\\u0020"));

    [Theory]
    [InlineData("just words")]
    [InlineData("a =")]
    [InlineData("= x")]
    [InlineData("a = x \\")]
    public void A_broken_line_is_a_fault(string line) => Assert.Throws<FormatException>(() => Read(line));

    private static List<(string, string)> Read(string file) => [.. PropertiesFile.Read(new StringReader(file))];
}
