using Microsoft.Extensions.Options;

namespace PairingBot.Slack;

/// <summary>Refuses to start with a wrong or half configuration: one clear sentence for each fault.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        string[] faults = [.. SecretFaults(options), .. TokenFaults(options), .. ClientFaults(options), .. SocketFaults(options), .. AddressFaults("Slack:ApiBaseUrl", options.ApiBaseUrl, "https://slack.com/api/"), .. AuthorizeFaults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> SecretFaults(SlackOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.SigningSecret))
        {
            if (options.UsesSockets) yield break; // nothing comes in that would have to be checked
            yield return string.IsNullOrWhiteSpace(options.BotToken)
                ? "Slack:SigningSecret is empty: copy the signing secret from the app's Basic Information page."
                : "Slack:SigningSecret is empty although Slack:BotToken is set: without the secret no request from Slack can be trusted.";
        }
        else if (options.SigningSecret.Any(char.IsWhiteSpace))
        {
            yield return "Slack:SigningSecret has a space or a line break in it: copy it again.";
        }
    }

    private static IEnumerable<string> TokenFaults(SlackOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.BotToken))
        {
            if (options.ServesMany || !string.IsNullOrWhiteSpace(options.ClientSecret)) yield break;
            yield return string.IsNullOrWhiteSpace(options.SigningSecret)
                ? "Slack:BotToken is empty: copy the bot token (xoxb-…) from the app's OAuth & Permissions page (or, to serve many workspaces, set Slack:ClientId and Slack:ClientSecret)."
                : "Slack:BotToken is empty although Slack:SigningSecret is set: without the token nothing can be sent (or, to serve many workspaces, set Slack:ClientId and Slack:ClientSecret).";
        }
        else if (options.ServesMany)
        {
            yield return "Slack:BotToken and Slack:ClientId are both set: keep the token to serve its one workspace, or remove it and let each workspace add the bot at /slack/install.";
        }
        else if (!options.BotToken.StartsWith("xoxb-", StringComparison.Ordinal) && !options.BotToken.StartsWith("xoxe.xoxb-", StringComparison.Ordinal))
        {
            yield return "Slack:BotToken is not a bot token: it must begin with xoxb- (or xoxe.xoxb-).";
        }
        else if (!options.BotToken.All(char.IsAscii) || options.BotToken.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            yield return "Slack:BotToken has a character in it that no token has: copy it again.";
        }
    }

    private static IEnumerable<string> SocketFaults(SlackOptions options)
    {
        if (!options.UsesSockets) yield break;
        if (!options.AppToken.StartsWith("xapp-", StringComparison.Ordinal) || !options.AppToken.All(letter => letter is > ' ' and < '\x7f'))
        {
            yield return "Slack:AppToken is not an app-level token: it must begin with xapp-; make one with the scope connections:write on the app's Basic Information page.";
        }

        if (options.SocketConnections is < 1 or > 10)
        {
            yield return "Slack:SocketConnections must be between 1 and 10: more connections than that Slack does not allow.";
        }
    }

    private static IEnumerable<string> ClientFaults(SlackOptions options)
    {
        var hasSecret = !string.IsNullOrWhiteSpace(options.ClientSecret);
        if (options.ServesMany && !hasSecret) yield return "Slack:ClientSecret is empty although Slack:ClientId is set: copy it from the app's Basic Information page.";
        if (hasSecret && !options.ServesMany) yield return "Slack:ClientId is empty although Slack:ClientSecret is set: copy it from the app's Basic Information page.";
        if ((options.ClientId + options.ClientSecret).Any(letter => !char.IsAscii(letter) || char.IsWhiteSpace(letter) || char.IsControl(letter)))
            yield return "Slack:ClientId or Slack:ClientSecret has a character in it that neither has: copy both again.";
        if (options.ServesMany && PublicFault(options.PublicUrl) is { } fault) yield return fault;
    }

    private static string? PublicFault(string publicUrl)
    {
        if (string.IsNullOrWhiteSpace(publicUrl)) return "PairingBot:PublicUrl is empty although Slack:ClientId is set: Slack must know where to send people back, such as https://pairingbot.example.com.";
        if (!Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null; // the host says so of its own setting
        if (address.Scheme == "http" && !address.IsLoopback) return "PairingBot:PublicUrl must begin with https when Slack:ClientId is set: Slack sends people back to no other address.";
        return address.Query.Length > 0 || address.Fragment.Length > 0 ? "PairingBot:PublicUrl must be a bare address when Slack:ClientId is set, without a query or a fragment." : null;
    }

    private static IEnumerable<string> AuthorizeFaults(SlackOptions options) =>
        options.ServesMany ? AddressFaults("Slack:AuthorizeUrl", options.AuthorizeUrl, "https://slack.com/oauth/v2/authorize") : [];

    private static IEnumerable<string> AddressFaults(string setting, string value, string example)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return $"{setting} must be an absolute https address, such as {example}.";
        }
        else if (address.Scheme == "http" && !address.IsLoopback)
        {
            yield return $"{setting} must begin with https: plain http is taken only for this machine.";
        }
        else if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return $"{setting} must be a bare address, without a query, a fragment or a user name.";
        }
    }
}
