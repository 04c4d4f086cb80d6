using System.Text.Json;
using PairingBot.Testing;

namespace PairingBot.Web.Tests.Town;

/// <summary>A workspace of so many people, all of whom take part.</summary>
internal static class LargeCompany
{
    public static async Task<DemoTown> OpenAsync(TemporaryFolder folder, int people, bool enforceLimits)
    {
        var file = Path.Combine(folder.Path, "company.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            team = new { id = "T0LARGE", name = "Large", domain = "large", tz = "Europe/Berlin" },
            bot = new { user_id = "U99PAIRING", bot_id = "B99PAIRING", app_id = "A99PAIRING", name = "PairingBot" },
            channels = new[] { new { id = "C01GENERAL", name = "general", topic = "", members = "all" } },
            people = Enumerable.Range(0, people).Select(number => new { id = $"U{number:D5}", name = $"person{number}", real_name = $"Person {number}", is_admin = number == 0 }),
        }));
        var town = await DemoTown.OpenAsync(seeded: false, file, enforceLimits);
        await town.UntilAsync(async () => await town.CountAsync("people") >= people, "the directory is read");
        await town.ExecuteAsync(
            """
            INSERT INTO participants (id, program_id, person_id, has_left, seeks, offers, every_rounds, joined_at, times_left_out)
            SELECT gen_random_uuid(), programs.id, people.id, false, ARRAY['peer'], ARRAY[]::text[], 1, now(), 0 FROM people, programs
            """);
        return town;
    }
}
