using System.Security.Cryptography;

namespace PairingBot.Playground.Workspace;

/// <summary>Ids as Slack makes them: a letter for the kind, then upper-case letters and digits.</summary>
internal static class Ids
{
    public static string New(string prefix) => prefix + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 10);

    public static string ShortText() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 5);

    public static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
