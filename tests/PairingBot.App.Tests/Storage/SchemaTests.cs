using Npgsql;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

/// <summary>The migrations are written by hand; here their sum is held to the model.</summary>
public sealed class SchemaTests
{
    private static readonly string Columns =
        $"""
        SELECT concat_ws(' ', table_name, column_name, data_type, udt_name, 'nullable', is_nullable, 'default', column_default, 'identity', identity_generation,
            character_maximum_length, numeric_precision, datetime_precision, 'generated', generation_expression)
        FROM information_schema.columns WHERE table_schema = 'public' AND {Ours("table_name")}
        """;

    private static readonly string Keys =
        $"""
        SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid)) FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND {Ours("relname")}
        """;

    private static readonly string Indexes = $"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND {Ours("tablename")}";

    [Fact]
    public async Task Migrations_from_empty_equal_the_model()
    {
        await using var migrated = await TestDatabase.CreateAsync(Bot.MigrateAsync);
        await using var created = await TestDatabase.CreateEmptyAsync();
        await using (var db = Bot.Open(created.ConnectionString)) await db.Database.EnsureCreatedAsync();

        foreach (var catalog in new[] { Columns, Keys, Indexes })
        {
            var expected = await ReadAsync(created, catalog);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await ReadAsync(migrated, catalog));
        }
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(Bot.MigrateAsync);
        var before = await ReadAsync(database, Columns);
        await Bot.MigrateAsync(database.ConnectionString);
        Assert.Equal(before, await ReadAsync(database, Columns));
    }

    private static string Ours(string table) => $"{table} NOT LIKE 'qrtz\\_%' AND {table} <> '__EFMigrationsHistory'";

    private static async Task<List<string>> ReadAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
