using Npgsql;

namespace PairingBot.Chat.Tests.Install;

/// <summary>A company of 50,000 who all take part: whatever one of them types is answered while Slack waits, and is no excuse.</summary>
public sealed class LargeCompanyTests
{
    [Fact]
    public async Task Whatever_somebody_types_is_answered_in_time()
    {
        await using var bot = await ManyHost.StartAsync("T1");
        await bot.CommandAsync("T1", "join");
        await ExecuteAsync(bot, """
            INSERT INTO people (id, installation_id, external_id, name, time_zone, is_admin, standing, profile, skills)
                SELECT md5('person ' || number)::uuid, installations.id, 'U' || number, 'Person ' || number, 'Europe/Berlin', false, 'Member', '{}', '[]' FROM installations, generate_series(1, 50000) AS number;
            INSERT INTO participants (id, program_id, person_id, has_left, seeks, offers, every_rounds, joined_at, times_left_out)
                SELECT md5('participant ' || number)::uuid, programs.id, md5('person ' || number)::uuid, false, '{peer,mentor}', '{peer,mentor}', 1, now(), 0 FROM programs, generate_series(1, 50000) AS number;
            """);

        foreach (var word in SlackDrive.Words)
        {
            var answer = await bot.CommandAsync("T1", word);
            Assert.True(answer.Status == 200 && !answer.Body.Contains("Something went wrong", StringComparison.Ordinal), $"/coffee {word}: {answer.Body}");
        }

        Assert.Contains("planning all of them takes longer", (await bot.CommandAsync("T1", "preview")).Body, StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(ManyHost bot, string sql)
    {
        await using var connection = new NpgsqlConnection(bot.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
