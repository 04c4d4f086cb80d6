using System.Security.Cryptography;
using PairingBot.App.Storage;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

public sealed class VaultTests(VaultTests.OpenVault opened) : IClassFixture<VaultTests.OpenVault>
{
    private Vault Vault => opened.Vault;

    [Theory]
    [InlineData("Ask earlier.")]
    [InlineData("„Grüße“ 👩‍👩‍👧 مرحبا")]
    [InlineData("")]
    public void What_is_sealed_opens_again(string text) => Assert.Equal(text, Vault.OpenText(Vault.Seal(text, "here"), "here"));

    [Fact]
    public void What_is_sealed_cannot_be_read()
    {
        var box = Vault.Seal("a secret thought", "here");
        Assert.DoesNotContain("secret", System.Text.Encoding.Latin1.GetString(box), StringComparison.Ordinal);
        Assert.NotEqual(box, Vault.Seal("a secret thought", "here")); // not even that two are the same
    }

    [Fact]
    public void Moved_to_another_place_it_does_not_open() =>
        Assert.ThrowsAny<CryptographicException>(() => Vault.OpenText(Vault.Seal("mine", "ana"), "ben"));

    [Fact]
    public void Changed_in_a_single_bit_anywhere_it_does_not_open()
    {
        var box = Vault.Seal("mine", "ana");
        Assert.All(Enumerable.Range(0, box.Length), place =>
        {
            var changed = box.ToArray();
            changed[place] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Vault.OpenText(changed, "ana"));
        });
    }

    [Fact]
    public void Cut_off_it_does_not_open()
    {
        var box = Vault.Seal("mine", "ana");
        Assert.All(Enumerable.Range(1, box.Length - 1), length => Assert.ThrowsAny<CryptographicException>(() => Vault.OpenText(box[..length], "ana")));
    }

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

    private static async Task<Vault> OpenAsync(TestDatabase database, string secret)
    {
        await using var db = Bot.Open(database.ConnectionString);
        return await Vault.OpenAsync(db, secret, CancellationToken.None);
    }

    /// <summary>One vault for the tests that only seal and open.</summary>
    public sealed class OpenVault : IAsyncLifetime
    {
        internal Vault Vault { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await using var database = await TestDatabase.CreateAsync(Bot.MigrateAsync);
            Vault = await OpenAsync(database, "one secret");
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
