namespace PairingBot.Teams.Tokens;

/// <summary>To which addresses of a connector the bot's own token may be sent: those of the listed hosts, over https; over plain http only on this machine.</summary>
internal static class ServiceAddresses
{
    public static bool IsAllowed(TeamsOptions options, string? address)
    {
        if (address is null || address.Any(letter => letter is <= ' ' or >= '\x7f' or '\\' or '@' or '?' or '#' or '%')) return false; // none of Microsoft's has these, and readers differ over them
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target) || target.UserInfo.Length > 0 || address.Contains("..", StringComparison.Ordinal)) return false;
        if (target.Scheme != Uri.UriSchemeHttps && !(target.Scheme == Uri.UriSchemeHttp && target.IsLoopback)) return false;
        return Hosts(options).Contains(target.Authority, StringComparer.OrdinalIgnoreCase); // a usual port is not part of it
    }

    /// <summary>The same place, whatever the case of its letters and with a slash at the end or without.</summary>
    public static bool AreSame(string? one, string? other) =>
        one is not null && other is not null && string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Hosts(TeamsOptions options) => options.AllowedServiceUrlHosts.Count > 0 ? [.. options.AllowedServiceUrlHosts] : TeamsOptions.MicrosoftHosts;
}
