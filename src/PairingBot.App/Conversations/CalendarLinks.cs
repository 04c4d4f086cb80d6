using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using PairingBot.App.Storage;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>
/// Addresses under which the people of a conversation find it as a file for their calendars. Whoever holds the address may read it, so it is signed (HMAC-SHA256), names nobody, and ends a day
/// after they meet.
/// </summary>
public sealed class CalendarLinks(Vault vault, PublicAddress address)
{
    /// <summary>The route, below the host's public address; then the token and ".ics".</summary>
    public const string Path = "/calendar/";

    private const int IdSize = 16, TimeSize = 8, Signed = IdSize + TimeSize, Size = Signed + HMACSHA256.HashSizeInBytes;

    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(1);

    /// <returns>Null where nothing can be reached from outside, and when nobody knows the time.</returns>
    public Uri? For(Pairing pairing)
    {
        if (address.Root is not { } root || pairing is not { IsTimeKnown: true, MeetsAt: { } at }) return null;
        return new Uri($"{root.AbsoluteUri.TrimEnd('/')}{Path}{Token(pairing.Id, at + Afterwards)}.ics");
    }

    /// <summary>The conversation that a token speaks of; null when it is none of ours, or has expired.</summary>
    public Guid? Read(string token, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[Size + 2];
        if (token.Length > Base64Url.GetEncodedLength(Size) || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != Size) return null;
        bytes = bytes[..Size];
        if (!CryptographicOperations.FixedTimeEquals(bytes[Signed..], Sign(bytes[..Signed]))) return null;
        return BinaryPrimitives.ReadInt64BigEndian(bytes[IdSize..]) >= now.ToUnixTimeSeconds() ? new Guid(bytes[..IdSize]) : null;
    }

    private string Token(Guid pairing, DateTimeOffset until)
    {
        Span<byte> bytes = stackalloc byte[Size];
        pairing.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[IdSize..], until.ToUnixTimeSeconds());
        Sign(bytes[..Signed]).CopyTo(bytes[Signed..]);
        return Base64Url.EncodeToString(bytes);
    }

    private byte[] Sign(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(vault.KeyFor("calendar links"), bytes);
}

/// <summary>Where people reach this host from outside; null when nobody has said.</summary>
public sealed record PublicAddress(Uri? Root);
