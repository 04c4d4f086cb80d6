using System.Text;
using Npgsql;

namespace PairingBot.App.Tests.Reflections;

/// <summary>Looks into every column of every table for words that must not be there, as text and as bytes.</summary>
internal static class DatabaseScan
{
    public static async Task AssertNowhereAsync(string connectionString, string planted)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var columns = await ReadAsync(connection, "SELECT quote_ident(table_name) || '|' || quote_ident(column_name) FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'json', 'bytea', 'character varying', 'ARRAY', 'USER-DEFINED')");
        Assert.Contains(columns, column => column == "reflections|takeaway");
        foreach (var (table, column) in columns.Select(each => each.Split('|')).Select(parts => (parts[0], parts[1])))
        {
            var values = await ReadAsync(connection, $"SELECT {column}::text FROM {table} WHERE {column} IS NOT NULL"); // bytes come as \x and hexadecimal digits
            Assert.DoesNotContain(values, value => value.Contains(planted, StringComparison.OrdinalIgnoreCase)
                || value.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(planted)), StringComparison.OrdinalIgnoreCase)
                || value.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(planted))[..6], StringComparison.Ordinal));
        }
    }

    private static async Task<List<string>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await rows.ReadAsync()) values.Add(rows.GetString(0));
        return values;
    }
}
