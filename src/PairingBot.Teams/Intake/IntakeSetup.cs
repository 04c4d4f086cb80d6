using Microsoft.Extensions.DependencyInjection;

namespace PairingBot.Teams.Intake;

/// <summary>What takes in requests.</summary>
internal static class IntakeSetup
{
    public static void Add(IServiceCollection services)
    {
    }
}
