using System.Text.Json;
using PairingBot.Chat.Tests.Slack;

namespace PairingBot.Chat.Tests.Install;

/// <summary>JSON and forms can carry the character nought, which PostgreSQL does not take: what is written with it counts without it.</summary>
public sealed class NoughtTests : IAsyncLifetime
{
    private ManyHost bot = null!;

    public async Task InitializeAsync() => bot = await ManyHost.StartAsync("T1");

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Whatever_people_write_or_are_called()
    {
        await bot.CommandAsync("T1", "jo\0in");
        await bot.CommandAsync("T1", "goal to learn\0 Rust");
        await bot.SendAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(new
        {
            type = "view_submission",
            team = new { id = "T1" },
            user = new { id = "UANA" },
            view = new { type = "modal", callback_id = "ask-topic", state = new { values = new { topic = new { topic = new { type = "plain_text_input", value = "bor\0rowing" } } } } },
        })));
        await bot.EventAsync("T1", "Ev1", JsonSerializer.Serialize(new { type = "message", channel_type = "im", user = "UANA", text = "nonsense\0" }));
        await bot.EventAsync("T1", "Ev2", JsonSerializer.Serialize(new { type = "user_change", user = new { id = "UANA", team_id = "T1", real_name = "Ana\0 Lee", profile = new { title = "\0" } } }));

        Assert.DoesNotContain(bot.Log, text => text.StartsWith("Error", StringComparison.Ordinal));
        var ana = await bot.QueryAsync(db => Task.FromResult(db.People.Single(person => person.ExternalId == "UANA")));
        Assert.Equal(("Ana Lee", "to learn Rust"), (ana.Name, ana.Profile.Goal));
    }
}
