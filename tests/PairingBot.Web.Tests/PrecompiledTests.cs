using System.Reflection.PortableExecutable;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>In a new process the compiler would take longer than a small graph does, and half as long as all the rest of a start: so an ordinary Release build has machine code in it.</summary>
public sealed class PrecompiledTests
{
    [Theory]
    [InlineData("PairingBot.Web")]
    [InlineData("PairingBot.Matching")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    public void An_ordinary_build_compiles_the_host_ahead_of_time(string assembly)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(Repository.Root, "src", "PairingBot.Web", "bin", Repository.Configuration, "net10.0", assembly + ".dll")));
        Assert.Equal(Repository.Configuration == "Release", image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
