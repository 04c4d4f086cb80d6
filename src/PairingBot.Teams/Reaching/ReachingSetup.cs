using Microsoft.Extensions.DependencyInjection;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Reaching;

/// <summary>What reaches people, and the platform that is made of it.</summary>
internal static class ReachingSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Whereabouts>().AddSingleton<ReachingTools>();
        services.AddSingleton<PersonalChats>().AddSingleton<Openings>().AddSingleton<PressAnswers>().AddSingleton<Conversations>().AddSingleton<Channels>().AddSingleton<TeamsPeople>();
        services.AddSingleton<IChatPlatform, TeamsPlatform>();
    }
}
