namespace PairingBot.Playground.SlackApi;

internal static class SlackApiSetup
{
    public static void AddSlackApi(this IServiceCollection services)
    {
        services.AddSingleton<Faults>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<TeamMethods>();
        services.AddSingleton<UserMethods>();
        services.AddSingleton<ConversationMethods>();
        services.AddSingleton<ChatMethods>();
        services.AddSingleton<ViewMethods>();
        services.AddSingleton<ApiMethods>();
        services.AddSingleton<SlackApiEndpoint>();
        services.AddSingleton<ResponseUrlEndpoint>();
    }

    public static void MapSlackApi(this WebApplication app)
    {
        var api = app.Services.GetRequiredService<SlackApiEndpoint>();
        var late = app.Services.GetRequiredService<ResponseUrlEndpoint>();
        var options = app.Services.GetRequiredService<PlaygroundOptions>();
        app.MapMethods("/api/{method}", ["GET", "POST"], (HttpContext http, string method) => api.Answer(http, method, options));
        app.MapPost("/response/{id}", (HttpRequest request, string id) => late.Answer(request, id));
    }
}
