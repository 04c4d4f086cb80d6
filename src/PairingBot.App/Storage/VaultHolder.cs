namespace PairingBot.App.Storage;

/// <summary>Holds the vault once the database that keeps its key could be read. Until then nothing that is sealed can be asked for.</summary>
public sealed class VaultHolder
{
    private Vault? vault;

    public Vault Vault => vault ?? throw new InvalidOperationException("The database is not ready yet, so nothing sealed can be opened.");

    public void Keep(Vault opened) => vault = opened;
}
