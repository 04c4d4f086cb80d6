namespace PairingBot.Playground.Workspace;

internal static class WorkspaceSetup
{
    public static void AddPlaygroundWorkspace(this IServiceCollection services)
    {
        services.AddSingleton(new PlaygroundClock(TimeProvider.System));
        services.AddSingleton<Timestamps>();
        services.AddSingleton(provider => new ViewStacks(provider.GetRequiredService<PlaygroundClock>()));
        services.AddSingleton<SlackWorkspace>();
        services.AddSingleton<Triggers>();
        services.AddSingleton<ResponseUrls>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<Posting>();
    }
}
