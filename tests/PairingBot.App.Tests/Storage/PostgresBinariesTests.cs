using Microsoft.Extensions.Logging.Abstractions;
using PairingBot.App.Storage;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

[Collection(nameof(PostgresBinariesTests))]
[CollectionDefinition(nameof(PostgresBinariesTests), DisableParallelization = true)] // an environment variable is everybody's
public sealed class PostgresBinariesTests : IDisposable
{
    private const string Variable = "PairingBot__PostgresBin";
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_folder_without_a_server_is_refused_in_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "initdb"), "");
        Environment.SetEnvironmentVariable(Variable, _folder.Path);

        var refusal = await Assert.ThrowsAsync<PostgresUnavailableException>(
            () => PrivatePostgres.StartAsync(_folder.Path, NullLogger.Instance, CancellationToken.None));

        Assert.Equal($"PairingBot__PostgresBin is {_folder.Path}, but no PostgreSQL 15 or newer with initdb, pg_ctl and postgres works there: correct it, or leave it out.", refusal.Message);
    }
}
