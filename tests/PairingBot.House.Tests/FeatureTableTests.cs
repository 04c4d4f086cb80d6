using System.Text.RegularExpressions;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests;

/// <summary>The README names a test for each thing that the product does: these tests exist.</summary>
public sealed partial class FeatureTableTests
{
    [Fact]
    public void Every_test_that_the_readme_names_exists()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var named = Named().Matches(readme).Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value)).ToList();
        var tests = Repository.Sources("tests").Where(file => file.Path.EndsWith("Tests.cs", StringComparison.Ordinal)).ToLookup(file => Path.GetFileNameWithoutExtension(file.Path), file => file.Root.ToFullString());

        Assert.True(named.Count > 40, "the table is gone");
        Assert.All(named, test => Assert.Contains(tests[test.Class], code => code.Contains($" {test.Method}(", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<method>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
