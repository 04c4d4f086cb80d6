namespace PairingBot.Playground.SlackApi;

internal static class SlackApiSetup
{
    public static void AddSlackApi(this IServiceCollection services)
    {
        services.AddSingleton<Faults>();
        services.AddSingleton<Limits>();
        services.AddSingleton<Trouble>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<TeamMethods>();
        services.AddSingleton<UserMethods>();
        services.AddSingleton<ConversationMethods>();
        services.AddSingleton<ChatMethods>();
        services.AddSingleton<ViewMethods>();
        services.AddSingleton<AppTokens>();
        services.AddSingleton<OAuthMethods>();
        services.AddSingleton<AppAccess>();
        services.AddSingleton<ApiTurn>();
        services.AddSingleton<ApiMethods>();
        services.AddSingleton<SlackApiEndpoint>();
        services.AddSingleton<ResponseUrlEndpoint>();
    }

    public static void MapSlackApi(this WebApplication app)
    {
        var api = app.Services.GetRequiredService<SlackApiEndpoint>();
        var late = app.Services.GetRequiredService<ResponseUrlEndpoint>();
        app.MapMethods("/api/{method}", ["GET", "POST"], (HttpContext http, string method) => api.Answer(http, method));
        app.MapPost("/response/{id}", (HttpRequest request, string id) => late.Answer(request, id));
    }
}
