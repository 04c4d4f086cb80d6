namespace PairingBot.Domain.Chat;

/// <summary>A company's own directory, where a chat platform has none that says enough. Without the company's consent there is none at all.</summary>
public interface ICompanyDirectory
{
    /// <summary>False when it is not set up: nothing is to be asked of it.</summary>
    bool IsOn { get; }

    /// <summary>A page of everybody; follow <see cref="DirectoryPage.Next"/>, which is opaque, until it is null.</summary>
    Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel);
}
