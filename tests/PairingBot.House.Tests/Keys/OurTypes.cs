using System.Reflection;

namespace PairingBot.House.Tests.Keys;

internal static class OurTypes
{
    /// <summary>All types of the projects that the host is made of.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. from path in Directory.EnumerateFiles(AppContext.BaseDirectory, "PairingBot.*.dll")
           let name = Path.GetFileNameWithoutExtension(path)
           where !name.EndsWith(".Tests", StringComparison.Ordinal)
           orderby name
           from type in Assembly.Load(new AssemblyName(name)).GetTypes()
           select type,
    ];
}
