using Azure.Identity;

namespace PairingBot.Teams.Connector;

/// <summary>Why there is no token.</summary>
internal static class LoginErrors
{
    // Wrong secret, ended secret, unknown app, no such tenant, an app without its place in the tenant, a wrong certificate, an unknown resource: an operator mends these, time does not.
    private static readonly string[] ForGood = ["AADSTS7000215", "AADSTS7000222", "AADSTS700016", "AADSTS90002", "AADSTS7000229", "AADSTS700027", "AADSTS500011", "AADSTS7000216"];

    /// <summary>Of a text that may hold anything, only Microsoft's own number is kept.</summary>
    public static ConnectorFault Of(AuthenticationFailedException refused)
    {
        var text = refused.ToString();
        var start = text.IndexOf("AADSTS", StringComparison.Ordinal);
        if (start < 0) return new ConnectorFault(ConnectorErrorClass.Transient, "login");
        var number = new string([.. text.Skip(start).TakeWhile(char.IsAsciiLetterOrDigit)]);
        return new ConnectorFault(ForGood.Contains(number) ? ConnectorErrorClass.Token : ConnectorErrorClass.Transient, number);
    }
}
