using Microsoft.Extensions.Options;

namespace PairingBot.Slack;

/// <summary>Refuses to start with a wrong or half configuration: one clear sentence for each fault.</summary>
internal sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        string[] faults = [.. SecretFaults(options), .. TokenFaults(options), .. SocketFaults(options), .. AddressFaults(options)];
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
            yield return string.IsNullOrWhiteSpace(options.SigningSecret)
                ? "Slack:BotToken is empty: copy the bot token (xoxb-…) from the app's OAuth & Permissions page."
                : "Slack:BotToken is empty although Slack:SigningSecret is set: without the token nothing can be sent.";
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

    private static IEnumerable<string> AddressFaults(SlackOptions options)
    {
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "Slack:ApiBaseUrl must be an absolute https address, such as https://slack.com/api/.";
        }
        else if (address.Scheme == "http" && !address.IsLoopback)
        {
            yield return "Slack:ApiBaseUrl must begin with https: plain http is taken only for this machine.";
        }
        else if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return "Slack:ApiBaseUrl must be a bare address, without a query, a fragment or a user name.";
        }
    }
}
