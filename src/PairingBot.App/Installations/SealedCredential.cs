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

    /// <summary>Whether it is renewed from time to time: then one token may be revoked while the installation lives on.</summary>
    public bool IsRenewed { get; private set; }

    public static SealedCredential Of(Guid installation, Credential credential, Vault vault)
    {
        var row = new SealedCredential { InstallationId = installation };
        row.Replace(credential, vault);
        return row;
    }

    public void Replace(Credential credential, Vault vault) => (Box, IsRenewed) = (vault.Seal(StoredJson.WriteBytes(credential), Context), credential.RenewalToken is not null);

    public Credential Open(Vault vault) => StoredJson.Read<Credential>(vault.Open(Box, Context));

    private string Context => $"credential:{InstallationId:N}";
}
