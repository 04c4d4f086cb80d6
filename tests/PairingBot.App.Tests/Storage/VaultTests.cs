using System.Security.Cryptography;
using PairingBot.App.Storage;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

public sealed class VaultTests
{
    [Theory]
    [InlineData("Ask earlier.")]
    [InlineData("„Grüße“ 👩‍👩‍👧 مرحبا")]
    [InlineData("")]
    public async Task What_is_sealed_opens_again(string text) => await With(vault => Assert.Equal(text, vault.OpenText(vault.Seal(text, "here"), "here")));

    [Fact]
    public async Task What_is_sealed_cannot_be_read() => await With(vault =>
    {
        var box = vault.Seal("a secret thought", "here");
        Assert.DoesNotContain("secret", System.Text.Encoding.Latin1.GetString(box), StringComparison.Ordinal);
        Assert.NotEqual(box, vault.Seal("a secret thought", "here")); // not even that two are the same
    });

    [Fact]
    public async Task Moved_to_another_place_it_does_not_open() =>
        await With(vault => Assert.ThrowsAny<CryptographicException>(() => vault.OpenText(vault.Seal("mine", "ana"), "ben")));

    [Fact]
    public async Task Changed_in_a_single_bit_anywhere_it_does_not_open() => await With(vault =>
    {
        var box = vault.Seal("mine", "ana");
        Assert.All(Enumerable.Range(0, box.Length), place =>
        {
            var changed = box.ToArray();
            changed[place] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => vault.OpenText(changed, "ana"));
        });
    });

    [Fact]
    public async Task Cut_off_it_does_not_open() => await With(vault =>
    {
        var box = vault.Seal("mine", "ana");
        Assert.All(Enumerable.Range(1, box.Length - 1), length => Assert.ThrowsAny<CryptographicException>(() => vault.OpenText(box[..length], "ana")));
    });

    [Fact]
    public async Task Hosts_that_begin_at_once_agree_on_one_key()
    {
        await using var database = await TestDatabase.CreateAsync(Bot.MigrateAsync);
        var vaults = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(database, "one secret")));
        var box = vaults[0].Seal("ours", "here");
        Assert.All(vaults, vault => Assert.Equal("ours", vault.OpenText(box, "here")));
    }

    [Fact]
    public async Task Another_secret_is_refused_with_what_to_do()
    {
        await using var database = await TestDatabase.CreateAsync(Bot.MigrateAsync);
        await OpenAsync(database, "one secret");
        var refused = await Assert.ThrowsAsync<VaultLockedException>(() => OpenAsync(database, "another secret"));
        Assert.Contains("PairingBot:EncryptionSecret", refused.Message, StringComparison.Ordinal);
    }

    private static async Task With(Action<Vault> use)
    {
        await using var database = await TestDatabase.CreateAsync(Bot.MigrateAsync);
        use(await OpenAsync(database, "one secret"));
    }

    private static async Task<Vault> OpenAsync(TestDatabase database, string secret)
    {
        await using var db = Bot.Open(database.ConnectionString);
        return await Vault.OpenAsync(db, secret, CancellationToken.None);
    }
}
