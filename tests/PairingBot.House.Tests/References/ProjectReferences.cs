using System.Xml.Linq;

namespace PairingBot.House.Tests.References;

/// <summary>Which project may refer to which: the arrows of the house.</summary>
public static class ProjectReferences
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Matching"] = [],
        ["Domain"] = ["Matching"],
        ["Slack"] = ["Domain"],
        ["Teams"] = ["Domain"],
        ["MicrosoftGraph"] = ["Domain"],
        ["App"] = ["Domain"],
        ["Web"] = ["Matching", "Domain", "Slack", "Teams", "MicrosoftGraph", "App"],
        ["Playground"] = [],
    };

    // Packages that would carry a forbidden thing in by the back door; what is not named here is free.
    private static readonly Dictionary<string, string[]> ForbiddenPackages = new()
    {
        ["Matching"] = [""],
        ["Domain"] = [""],
        ["Slack"] = ["Microsoft.EntityFrameworkCore", "Npgsql", "Quartz"],
        ["Teams"] = ["Microsoft.EntityFrameworkCore", "Npgsql", "Quartz"],
        ["MicrosoftGraph"] = ["Microsoft.EntityFrameworkCore", "Npgsql", "Quartz"],
        ["App"] = ["Microsoft.AspNetCore", "SlackNet", "Microsoft.Bot", "Microsoft.Graph"],
        ["Playground"] = ["Microsoft.EntityFrameworkCore", "Npgsql", "Quartz"],
    };

    public static IEnumerable<string> Faults(string project, string csproj)
    {
        if (!Allowed.TryGetValue(project, out var allowed))
            return [$"{project} is not in the table of the house: add it to {nameof(ProjectReferences)} with what it may refer to"];
        var xml = XDocument.Parse(csproj);
        return
        [
            .. from name in Named(xml, "ProjectReference").Select(ShortName)
               where !allowed.Contains(name)
               select $"{project} refers to {name}, and may not",
            .. from package in Named(xml, "PackageReference")
               where ForbiddenPackages.GetValueOrDefault(project, []).Any(start => package.StartsWith(start, StringComparison.Ordinal))
               select $"{project} refers to the package {package}, and may not",
            .. from framework in Named(xml, "FrameworkReference")
               where project is "Matching" or "Domain" or "App" or "MicrosoftGraph"
               select $"{project} refers to {framework}, and may not",
        ];
    }

    private static IEnumerable<string> Named(XDocument xml, string element) =>
        xml.Descendants(element).Select(reference => reference.Attribute("Include")?.Value).OfType<string>();

    private static string ShortName(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("PairingBot.", "", StringComparison.Ordinal);
}
