using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph.Tests;

/// <summary>The stand-in for Microsoft in a process of its own, and ours beside it, as a host would put it together.</summary>
public sealed partial class Town : IAsyncLifetime
{
    private Process? process;

    public static InstallationKey Installation { get; } = new("teams", "tenant-1");

    public string Base { get; private set; } = "";

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        var program = typeof(Town).Assembly.Location.Replace("PairingBot.MicrosoftGraph.Tests", "PairingBot.MicrosoftTown", StringComparison.Ordinal);
        process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match) continue;
            Base = match.Groups["address"].Value;
            _ = process.StandardOutput.ReadToEndAsync();
            return;
        }

        throw new InvalidOperationException("The stand-in did not start.");
    }

    public Task DisposeAsync()
    {
        Http.Dispose();
        process?.Kill();
        process?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A host with Graph switched on, and these settings beside.</summary>
    public ServiceProvider Host(string? baseUrl = null, TimeProvider? wall = null, TokenCredential? credential = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(credential ?? new OneToken("a-token"));
        if (wall is not null) services.AddKeyedSingleton(GraphSetup.WallClock, wall);
        return services.AddMicrosoftGraph(Settings(("Graph:Enabled", "true"), ("Graph:BaseUrl", baseUrl ?? $"{Base}/graph/v1.0"), ("Teams:AppId", "6f9c1f4e-3b1c-4b7c-8c43-52ac4ab8a3cd"))).BuildServiceProvider();
    }

    public static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();

    public Task FailAsync(string call, int? status, string code = "Forbidden", string message = "", int? retryAfter = null) =>
        Http.PostAsJsonAsync($"{Base}/graph/town/faults", new { call, status, code, message, retryAfter });

    public Task ResetAsync() => Http.PostAsync($"{Base}/graph/town/reset", null);

    public Task FillAsync(object schedule) => Http.PostAsJsonAsync($"{Base}/graph/town/schedules", schedule);

    public async Task<List<JsonElement>> CallsAsync(string start) =>
        [.. (await Http.GetFromJsonAsync<JsonElement>($"{Base}/graph/town/calls")).EnumerateArray().Where(call => call.GetProperty("call").GetString()!.StartsWith(start, StringComparison.Ordinal))];

    public async Task<List<JsonElement>> EventsAsync() => [.. (await Http.GetFromJsonAsync<JsonElement>($"{Base}/graph/town/events")).EnumerateArray()];

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.None, 1000)]
    private static partial Regex Listening();
}

/// <summary>Stands for the bot's credential.</summary>
public sealed class OneToken(string token) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token, DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
