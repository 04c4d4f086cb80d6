using Microsoft.Extensions.Options;

namespace PairingBot.Web.Hosting;

/// <summary>The host's own settings: section <c>PairingBot</c>.</summary>
internal sealed class HostSettings
{
    public const string Section = "PairingBot";

    /// <summary>The address under which the vendors reach this host, like https://pairingbot.example.com. No default; needed where many workspaces are served, for the way back from Slack.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Where the private PostgreSQL lives. Default: pairingbot under the user's data folder. Without effect when a connection string is given.</summary>
    public string? DataFolder { get; set; }

    /// <summary>
    /// Seals the data key of the database, at least 16 characters. Default: derived from Slack:SigningSecret, or from Teams:ClientSecret where there is no Slack; needed where there is neither. Set it
    /// before such a secret changes, or what was sealed stays closed.
    /// </summary>
    public string? EncryptionSecret { get; set; }

    /// <summary>A file with a demo company to seed a fresh database from; in Development only. No default.</summary>
    public string? Demo { get; set; }

    /// <summary>Null where there is nothing to derive it from.</summary>
    internal string? SecretFor(IConfiguration configuration) =>
        new[] { EncryptionSecret, configuration["Slack:SigningSecret"], configuration["Teams:ClientSecret"] }.FirstOrDefault(secret => !string.IsNullOrWhiteSpace(secret));
}

/// <summary>One clear sentence for each fault.</summary>
internal sealed class HostSettingsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<HostSettings>
{
    public ValidateOptionsResult Validate(string? name, HostSettings options)
    {
        List<string> faults = [];
        if (!string.IsNullOrWhiteSpace(options.PublicUrl) && !IsWebAddress(options.PublicUrl))
            faults.Add($"PairingBot:PublicUrl is '{options.PublicUrl}', which is not a web address like https://pairingbot.example.com.");
        if (options.EncryptionSecret is { Length: > 0 and < 16 }) faults.Add("PairingBot:EncryptionSecret is too short: give it at least 16 characters.");
        if (options.SecretFor(configuration) is null && HasAnotherWay())
            faults.Add("PairingBot:EncryptionSecret is empty: without Slack:SigningSecret or Teams:ClientSecret to derive it from it must be given, at least 16 characters that nobody can guess.");
        if (!string.IsNullOrEmpty(options.Demo) && !environment.IsDevelopment()) faults.Add("PairingBot:Demo is for Development only: remove it, or set the environment to Development.");
        if (!string.IsNullOrEmpty(options.Demo) && !File.Exists(options.Demo)) faults.Add($"PairingBot:Demo names the file '{options.Demo}', which does not exist.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    /// <summary>Without an app token or Teams the missing signing secret is a fault of its own, and told there.</summary>
    private bool HasAnotherWay() => !string.IsNullOrWhiteSpace(configuration["Slack:AppToken"]) || !string.IsNullOrWhiteSpace(configuration["Teams:AppId"]);

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
