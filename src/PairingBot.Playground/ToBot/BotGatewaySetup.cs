using PairingBot.Playground.ToBot.Sockets;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

internal static class BotGatewaySetup
{
    /// <summary>A moved week may run many jobs one after another; far longer than any answer in chat may take.</summary>
    private static readonly TimeSpan LongestAdvance = TimeSpan.FromMinutes(3);

    public static void AddBotGateway(this IServiceCollection services, PlaygroundOptions options)
    {
        services.AddSingleton<SocketHub>();
        services.AddSingleton(provider => new BotGateway(new HttpClient(), provider.GetRequiredService<SocketHub>(), options, provider.GetRequiredService<PlaygroundClock>()));
        services.AddSingleton(provider =>
            new BotClock(new HttpClient { Timeout = LongestAdvance }, options, provider.GetRequiredService<PlaygroundClock>()));
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<Access>();
        services.AddSingleton<Commands>();
        services.AddSingleton<InteractionPayload>();
        services.AddSingleton<ViewAnswers>();
        services.AddSingleton<Interactions>();
        services.AddSingleton<EventDelivery>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<Doors>();
    }
}
