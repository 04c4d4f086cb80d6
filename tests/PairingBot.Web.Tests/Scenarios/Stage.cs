using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PairingBot.Testing;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Scenarios;

/// <summary>
/// A town in which every run is the same: the same people under the same ids, from the same Monday on. Whoever plays acts in the stand-in for Slack, which sends signed HTTP to the bot; what
/// everybody gets is taken down in the <see cref="Scene"/>s.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>A Monday, 08:00 in Berlin, two hours before the first round.</summary>
    private static readonly DateTimeOffset Curtain = new(2027, 1, 4, 7, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder;
    private readonly List<Scene> scenes = [];

    private Stage(DemoTown town, TemporaryFolder folder) => (Town, this.folder) = (town, folder);

    public DemoTown Town { get; }

    public static async Task<Stage> OpenAsync(params Role[] people)
    {
        var folder = new TemporaryFolder();
        var town = await DemoTown.OpenAsync(seeded: false, Company(folder, people), prepare: SetClockAsync);
        await town.UntilAsync(async () => await town.CountAsync("people") >= people.Length, "the directory is read");
        await town.ExecuteAsync("UPDATE programs SET id = md5('program')::uuid");
        await town.ExecuteAsync("UPDATE people SET id = md5(external_id)::uuid");
        return new Stage(town, folder);
    }

    public Player Player(string id) => new(this, id);

    /// <summary>Takes down all that these people see from now on.</summary>
    public Scene Watch(string name, params string[] people)
    {
        var scene = new Scene(name, people);
        scenes.Add(scene);
        return scene;
    }

    private async Task LookAsync()
    {
        var state = await Town.StateAsync();
        foreach (var scene in scenes) scene.Look(state);
    }

    /// <summary>Day by day, so that things stand in their order.</summary>
    public async Task PassAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            await Town.AdvanceAsync("P1D", step: "PT6H");
            foreach (var scene in scenes) scene.Day++;
            await SettleAsync();
        }
    }

    public async Task PassHoursAsync(int hours)
    {
        await Town.AdvanceAsync($"PT{hours}H");
        await SettleAsync();
    }

    /// <summary>Whatever follows has been sent: then it is looked at.</summary>
    public async Task SettleAsync()
    {
        await Town.SettleAsync();
        await LookAsync();
    }

    public void Note(string id, string did)
    {
        foreach (var scene in scenes.Where(scene => scene.Follows(id))) scene.Note(id, did);
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        folder.Dispose();
    }

    private static async Task SetClockAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("INSERT INTO moved_clocks (id, ahead) VALUES (1, $1 - clock_timestamp())", connection);
        command.Parameters.AddWithValue(Curtain.UtcDateTime);
        await command.ExecuteNonQueryAsync();
    }

    private static string Company(TemporaryFolder folder, IEnumerable<Role> people)
    {
        var path = Path.Combine(folder.Path, "stage.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            team = new { id = SlackSender.Team, name = "Fernhill", domain = "fernhill", tz = "Europe/Berlin" },
            bot = new { user_id = "U99PAIRING", bot_id = "B99PAIRING", app_id = "A99PAIRING", name = "PairingBot" },
            channels = new[] { new { id = "C01GENERAL", name = "general", topic = "", members = "all" } },
            people = people.Select(person => new { id = person.Id, name = person.Id.ToLowerInvariant(), real_name = person.Name, title = person.Title, tz = "Europe/Berlin", is_admin = person.IsAdmin, is_owner = person.IsAdmin }),
        }));
        return path;
    }
}

/// <summary>Somebody on the stage.</summary>
internal sealed record Role(string Id, string Name, string Title, bool IsAdmin = false);
