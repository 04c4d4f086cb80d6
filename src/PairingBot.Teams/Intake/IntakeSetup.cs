using Microsoft.Extensions.DependencyInjection;
using PairingBot.Teams.Endpoints;
using PairingBot.Teams.Tokens;

namespace PairingBot.Teams.Intake;

/// <summary>What takes in requests, from the door on.</summary>
internal static class IntakeSetup
{
    public static void Add(IServiceCollection services)
    {
        TokensSetup.Add(services);
        services.AddSingleton<Door>().AddSingleton<Organizers>();
        services.AddScoped<ActivityIntake>();
        services.AddScoped<References>();
        services.AddScoped<EventIntake>();
        services.AddScoped<CardIntake>();
        services.AddScoped<InvokeIntake>();
        services.AddScoped<ExecuteIntake>();
        services.AddScoped<DialogIntake>();
        services.AddScoped<Asking>();
        services.AddScoped<Screen>();
    }
}
