using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Sizes;

public sealed class CeilingsTests
{
    [Fact]
    public void Files_and_methods_are_short_and_classes_depend_on_little() =>
        HouseRule.Holds(Ceilings.Faults(Repository.Sources("src")));

    [Fact]
    public void A_planted_long_file_is_found()
    {
        var planted = File("Long.cs", Lines(401));

        Assert.Contains("src/PairingBot.App/Long.cs has 401 lines; the ceiling is 400", Ceilings.Faults([planted]));
    }

    [Fact]
    public void The_algorithm_may_be_longer()
    {
        var algorithm = new SourceFile("src/PairingBot.Matching/MaximumWeightMatching.cs", Lines(401));

        Assert.DoesNotContain(Ceilings.Faults([algorithm]), fault => fault.Contains("ceiling", StringComparison.Ordinal));
    }

    [Fact]
    public void A_planted_long_method_is_found()
    {
        var planted = File("Method.cs", $"class X\n{{\n    void M()\n    {{\n{Lines(58)}\n    }}\n}}\n");

        Assert.Contains("src/PairingBot.App/Method.cs(3): M has 61 lines; the ceiling is 60", Ceilings.Faults([planted]));
    }

    [Fact]
    public void A_planted_class_with_six_dependencies_is_found()
    {
        var planted = File("Greedy.cs", "class Greedy(int a, int b, int c, int d, int e, int f); record Value(int a, int b, int c, int d, int e, int f);");

        Assert.Equal(["src/PairingBot.App/Greedy.cs(1): Greedy takes 6 things; the ceiling is 5"], Ceilings.Faults([planted]));
    }

    [Fact]
    public void A_planted_tree_of_longish_files_is_found()
    {
        SourceFile[] planted = [File("A.cs", Lines(61)), File("B.cs", Lines(201)), File("C.cs", Lines(10))];

        Assert.Equal(
            ["half of the files have 61 lines or more; it should be 60", "a tenth of the files have 201 lines or more; it should be 200"],
            Ceilings.Faults(planted));
    }

    private static SourceFile File(string name, string text) => new($"src/PairingBot.App/{name}", text);

    private static string Lines(int count) => string.Join('\n', Enumerable.Repeat("// a line", count));
}
