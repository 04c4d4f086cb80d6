using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PairingBot.Teams.Connector;
using PairingBot.Teams.Endpoints;
using PairingBot.Teams.Intake;

namespace PairingBot.Teams;

/// <summary>
/// The two things that a host does with this project: <see cref="AddTeams"/> registers the platform and its options, validated at start; <see cref="MapTeams"/> offers POST /api/messages, which Microsoft
/// calls. Without <c>Teams:AppId</c> both do nothing. The host brings an IChatInbox, an IReferenceBook, and what a company's directory adds (ICompanyDirectory, ICompanyChats).
/// </summary>
public static class TeamsSetup
{
    /// <summary>The key of the clock of the wall, which tokens and patience go by; the product's own clock may be moved.</summary>
    internal const string WallClock = "teams-wall";

    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TeamsOptions.Section);
        services.AddOptions<TeamsOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        if (!(section.Get<TeamsOptions>() ?? new TeamsOptions()).IsOn) return services;
        services.TryAddKeyedSingleton(WallClock, TimeProvider.System);
        IntakeSetup.Add(services);
        ConnectorSetup.Add(services);
        return services;
    }

    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<TeamsOptions>>().Value.IsOn) TeamsEndpoints.Map(routes);
        return routes;
    }
}
