using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PairingBot.Teams.Tests.Connector;

/// <summary>The stand-in for Microsoft as a process of its own, known by HTTP alone; one for all tests of this folder, which each bring people of their own.</summary>
public sealed class TownProcess : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    private readonly HttpClient http = new();
    private Process process = null!;

    public string Address { get; private set; } = "";

    /// <summary>The same over https, with a certificate that the town made for itself.</summary>
    public string SafeAddress { get; private set; } = "";

    public string CertificatePath { get; } = Path.Combine(Path.GetTempPath(), $"town-{Guid.NewGuid():N}.pem");

    /// <summary>With its port.</summary>
    public string Host => new Uri(Address).Authority;

    public async Task InitializeAsync()
    {
        MakeCertificate();
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        string[] safe = ["--Kestrel:Certificates:Default:Path", CertificatePath, "--Kestrel:Certificates:Default:KeyPath", CertificatePath];
        foreach (var argument in (string[])[Program(), "--urls", "http://127.0.0.1:0;https://127.0.0.1:0", .. safe, "--Logging:LogLevel:Microsoft.AspNetCore", "Warning"]) start.ArgumentList.Add(argument);
        start.Environment.Remove("ASPNETCORE_URLS");
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            var address = line[(at + Listening.Length)..].Trim();
            if (address.StartsWith("https", StringComparison.Ordinal)) SafeAddress = address;
            else Address = address;
            if (Address.Length == 0 || SafeAddress.Length == 0) continue;
            _ = process.StandardOutput.ReadToEndAsync(); // nobody reads on, and a full pipe would stop it
            return;
        }

        throw new InvalidOperationException("The town did not come up.");
    }

    public async Task DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        File.Delete(CertificatePath);
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await http.PostAsJsonAsync($"{Address}/town/{path}", body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>($"{Address}/town/{path}");

    /// <summary>No faults, and nothing called yet.</summary>
    public async Task ClearAsync()
    {
        foreach (var path in new[] { "faults", "calls" }) (await http.DeleteAsync($"{Address}/town/{path}")).EnsureSuccessStatusCode();
        await PostAsync("rates", new { held = false });
    }

    /// <returns>Their directory id.</returns>
    public async Task<string> PersonAsync(string name = "Ann Lee", bool installed = true, string region = "amer") =>
        (await PostAsync("people", new { name, installed, region, upn = $"{name.Split(' ')[0]}.{Guid.NewGuid():N}@town.example".ToLowerInvariant() })).GetProperty("aadId").GetString()!;

    public async Task<string> TextAsync(string person, string property) => (await GetAsync("people/" + person)).GetProperty(property).GetString()!;

    /// <summary>What the bot wrote that this person sees.</summary>
    public async Task<JsonElement[]> SeenByAsync(string person) => [.. (await GetAsync($"people/{person}/messages")).EnumerateArray()];

    public async Task<string[]> CallsAsync(string kind) => [.. (await GetAsync("calls?kind=" + kind)).EnumerateArray().Select(call => call.GetProperty("path").GetString()!)];

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=town", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    private static string Program()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = here.Parent!.Name;
        while (!File.Exists(Path.Combine(here.FullName, "PairingBot.sln"))) here = here.Parent!;
        return Path.Combine(here.FullName, "tests", "PairingBot.MicrosoftTown", "bin", configuration, "net10.0", "PairingBot.MicrosoftTown.dll");
    }
}

[CollectionDefinition(Name)]
public sealed class InTown : ICollectionFixture<TownProcess>
{
    public const string Name = "town";
}
