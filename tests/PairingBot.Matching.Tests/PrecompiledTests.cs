using System.Diagnostics;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace PairingBot.Matching.Tests;

/// <summary>In a new process the compiler would take longer than a small graph does: so the built assembly holds machine code where the project says so.</summary>
public sealed class PrecompiledTests
{
    private static readonly Assembly Solver = typeof(Graph).Assembly;

    [Fact]
    public void An_ordinary_build_compiles_the_solver_ahead_of_time()
    {
        var isOptimized = Solver.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
        using var image = new PEReader(File.OpenRead(Solver.Location));
        Assert.Equal(isOptimized && RuntimeInformation.RuntimeIdentifier == "linux-x64", image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
