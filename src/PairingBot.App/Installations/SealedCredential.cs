using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Installations;

/// <summary>The credential of one installation. Token, renewal token and expiry lie together in one sealed box, which opens in this row only: the database alone gives nothing away.</summary>
public sealed class SealedCredential
{
    private SealedCredential()
    {
    }

    public Guid InstallationId { get; private set; }

    public byte[] Box { get; private set; } = [];

    public static SealedCredential Of(Guid installation, Credential credential, Vault vault)
    {
        var row = new SealedCredential { InstallationId = installation };
        row.Replace(credential, vault);
        return row;
    }

    public void Replace(Credential credential, Vault vault) => Box = vault.Seal(StoredJson.WriteBytes(credential), Context);

    public Credential Open(Vault vault) => StoredJson.Read<Credential>(vault.Open(Box, Context));

    private string Context => $"credential:{InstallationId:N}";
}
