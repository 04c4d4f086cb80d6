using Npgsql;

namespace PairingBot.Chat.Tests.Install;

/// <summary>
/// Everything that belongs to one workspace, as text, by following the foreign keys of the database from its installation: a table of next year is looked at without a line here.
/// </summary>
internal sealed class OwnedRows
{
    private const string Keys =
        """
        SELECT child.relname, attribute.attname, parent.relname FROM pg_constraint
        JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
        JOIN pg_attribute attribute ON attribute.attrelid = conrelid AND attribute.attnum = conkey[1]
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND attribute.attnotnull AND conrelid <> confrelid AND child.relname NOT LIKE 'qrtz%' ORDER BY 1, 2
        """;

    /// <summary>Rows of nobody: mail that came in and is not read yet, the vault's key, a moved clock.</summary>
    private static readonly string[] OfNobody = ["__EFMigrationsHistory", "inbox", "vault_keys", "moved_clocks"];

    private readonly string connectionString;

    private readonly Dictionary<string, string> queries = new() { ["installations"] = "SELECT * FROM installations WHERE external_id = $1" };

    private OwnedRows(string connectionString) => this.connectionString = connectionString;

    public static async Task<OwnedRows> LearnAsync(string connectionString)
    {
        var rows = new OwnedRows(connectionString);
        var keys = (await rows.ReadAsync(Keys)).ConvertAll(line => line.Split('|'));
        while (keys.Find(key => !rows.queries.ContainsKey(key[0]) && rows.queries.ContainsKey(key[2])) is [var child, var column, var parent])
            rows.queries[child] = $"SELECT * FROM {child} WHERE {column} IN (SELECT id FROM ({rows.queries[parent]}) AS {parent})";
        var all = await rows.ReadAsync("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'qrtz%'");
        Assert.Equal(OfNobody.Order(), all.Except(rows.queries.Keys).Order()); // whoever adds a table says whose its rows are
        return rows;
    }

    public async Task<string> OfAsync(string workspace) =>
        string.Join('\n', await ReadAsync(string.Join("\nUNION ALL ", queries.Select(each => $"(SELECT '{each.Key} ' || each FROM ({each.Value}) AS each ORDER BY 1)")), workspace));

    private async Task<List<string>> ReadAsync(string sql, params IEnumerable<string> values)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(sql, connection);
        foreach (var value in values) ask.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await ask.ExecuteReaderAsync();
        List<string> read = [];
        while (await rows.ReadAsync()) read.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(rows.GetString)));
        return read;
    }
}
