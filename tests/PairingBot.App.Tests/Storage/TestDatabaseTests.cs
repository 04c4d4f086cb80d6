using Npgsql;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

public sealed class TestDatabaseTests
{
    private static int _migrations;

    [Fact]
    public async Task Each_test_has_a_migrated_database_of_its_own()
    {
        await using var one = await TestDatabase.CreateAsync(Migrate);
        await using var another = await TestDatabase.CreateAsync(Migrate);

        await Run(one, "INSERT INTO people VALUES ('Ada')");

        Assert.Equal(1L, await Run(one, "SELECT count(*) FROM people"));
        Assert.Equal(0L, await Run(another, "SELECT count(*) FROM people"));
        Assert.Equal(1, _migrations);
    }

    [Fact]
    public async Task It_is_gone_with_the_test()
    {
        var database = await TestDatabase.CreateEmptyAsync();
        await Run(database, "SELECT 1");

        await database.DisposeAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Run(database, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refusal.SqlState);
    }

    private static async Task Migrate(string connectionString)
    {
        Interlocked.Increment(ref _migrations);
        await Run(connectionString, "CREATE TABLE people (name text)");
    }

    private static Task<object?> Run(TestDatabase database, string sql) => Run(database.ConnectionString, sql);

    private static async Task<object?> Run(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
