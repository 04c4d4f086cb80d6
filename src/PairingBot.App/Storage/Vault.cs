using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PairingBot.App.Storage;

/// <summary>
/// Seals what nobody may read in the database: reflections, and messages on their way in and out. AES-256-GCM (NIST SP 800-38D) with a random 96-bit
/// nonce; what belongs around a text (whose it is, where it stands) is authenticated with it, so that a sealed text moved to another row does not open.
/// The data key is random and itself stored sealed, under a key derived from a secret of the configuration: every host with the same configuration
/// opens the same database, and the database alone opens nothing.
/// Layout: version 1 (1 byte), nonce (12), tag (16), cipher text.
/// </summary>
public sealed class Vault
{
    private const byte Version = 1;
    private const int NonceSize = 12, TagSize = 16, KeySize = 32, Head = 1 + NonceSize + TagSize;

    private readonly byte[] key;

    private Vault(byte[] key) => this.key = key;

    /// <summary>Takes the data key out of the database, or makes the first one.</summary>
    /// <exception cref="VaultLockedException">The secret is not the one under which the data key was stored.</exception>
    public static async Task<Vault> OpenAsync(PairingBotDb db, string secret, CancellationToken cancel)
    {
        var outer = new Vault(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeySize, info: "PairingBot vault key 1"u8.ToArray()));
        var fresh = outer.Seal(RandomNumberGenerator.GetBytes(KeySize), "data-key");
        await db.Database.ExecuteSqlAsync($"INSERT INTO vault_keys (id, wrapped) VALUES (1, {fresh}) ON CONFLICT DO NOTHING", cancel); // two first hosts agree on one
        var stored = await db.VaultKeys.AsNoTracking().SingleAsync(key => key.Id == 1, cancel);
        try
        {
            return new Vault(outer.Open(stored.Wrapped, "data-key"));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new VaultLockedException();
        }
    }

    /// <summary>A key for something that is signed and not sealed.</summary>
    public byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeySize, info: Encoding.UTF8.GetBytes($"PairingBot {purpose}"));

    public byte[] Seal(string text, string context) => text.Length == 0 ? [] : Seal(Encoding.UTF8.GetBytes(text), context);

    public string OpenText(byte[] bytes, string context) => bytes.Length == 0 ? "" : Encoding.UTF8.GetString(Open(bytes, context));

    public byte[] Seal(byte[] plain, string context)
    {
        var box = new byte[Head + plain.Length];
        box[0] = Version;
        RandomNumberGenerator.Fill(box.AsSpan(1, NonceSize));
        using var cipher = new AesGcm(key, TagSize); // one each time: it is not made for several threads
        cipher.Encrypt(box.AsSpan(1, NonceSize), plain, box.AsSpan(Head), box.AsSpan(1 + NonceSize, TagSize), Encoding.UTF8.GetBytes(context));
        return box;
    }

    /// <exception cref="CryptographicException">Not sealed here, or not in this context.</exception>
    public byte[] Open(byte[] box, string context)
    {
        if (box.Length < Head || box[0] != Version) throw new CryptographicException("Not a sealed value of a known version.");
        var plain = new byte[box.Length - Head];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(box.AsSpan(1, NonceSize), box.AsSpan(Head), box.AsSpan(1 + NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(context));
        return plain;
    }
}

/// <summary>The data key, sealed. There is one row.</summary>
public sealed class VaultKey
{
    public int Id { get; private set; }

    public byte[] Wrapped { get; private set; } = [];
}

public sealed class VaultLockedException() : Exception(
    "The database was encrypted under another secret: set PairingBot:EncryptionSecret to the one used before (without that setting it is the Slack:SigningSecret).");
