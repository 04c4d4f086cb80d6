using System.Security.Cryptography;
using System.Text;

namespace PairingBot.Testing;

/// <summary>Ids are given by storage. Where a test has none, they come from a name.</summary>
public static class StoredId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static T Give<T>(T stored, string name)
        where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(stored, Of(name));
        return stored;
    }
}
