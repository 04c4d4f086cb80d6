using System.Reflection;
using PairingBot.House.Tests.Tree;
using PairingBot.MicrosoftGraph;
using PairingBot.Slack;
using PairingBot.Teams;

namespace PairingBot.House.Tests;

/// <summary>The README's table of settings names each setting that there is, and none that there is not.</summary>
public sealed class SettingsReferenceTests
{
    private static readonly string[] Sections = ["Slack", "Teams", "Graph", "PairingBot"];

    [Fact]
    public void Every_setting_stands_in_the_readme_and_nothing_else_does()
    {
        var readme = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));

        var named = readme.Where(line => Sections.Any(section => line.StartsWith($"| `{section}:", StringComparison.Ordinal))).Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal);

        Assert.Equal(Settings().Order(StringComparer.Ordinal), named);
    }

    private static IEnumerable<string> Settings()
    {
        var host = Assembly.Load("PairingBot.Web").GetType("PairingBot.Web.Hosting.HostSettings", throwOnError: true)!;
        return [.. Names("Slack", typeof(SlackOptions)), .. Names("Teams", typeof(TeamsOptions)), .. Names("Graph", typeof(GraphOptions)), .. Names("PairingBot", host)];
    }

    private static IEnumerable<string> Names(string section, Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => property.PropertyType.Namespace == options.Namespace && property.PropertyType.IsClass ? Names($"{section}:{property.Name}", property.PropertyType) : [$"{section}:{property.Name}"]);
}
