using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Tests.Installations;

/// <summary>People of whom nobody has said where they live: their zone is that of their mailbox, where the company lets us ask.</summary>
public sealed class ZoneTests
{
    [Fact]
    public async Task Whoever_takes_part_and_has_no_zone_lives_where_their_mailbox_does()
    {
        await using var bot = await StartAsync();
        bot.Calendars.Zones["uana@fernhill.example"] = "Pacific/Auckland";
        Assert.Equal(1, await bot.RunAsync<LookForZones>());
        Assert.Equal("Pacific/Auckland", await ZoneAsync(bot, "UANA"));
        Assert.Equal("Etc/UTC", await ZoneAsync(bot, "UBEN"));
        Assert.Equal(["uana@fernhill.example", "uben@fernhill.example"], Assert.Single(bot.Calendars.Reads).Order()); // Cem takes no part
    }

    [Fact]
    public async Task Each_is_asked_once_in_a_month()
    {
        await using var bot = await StartAsync();
        Assert.Equal((0, 0), (await bot.RunAsync<LookForZones>(), await bot.RunAsync<LookForZones>()));
        Assert.Single(bot.Calendars.Reads);
        bot.Clock.Advance(TimeSpan.FromDays(31));
        await bot.RunAsync<LookForZones>();
        Assert.Equal(2, bot.Calendars.Reads.Count);
    }

    [Fact]
    public async Task What_somebody_has_said_stays_and_a_zone_that_is_none_is_left_aside()
    {
        await using var bot = await StartAsync();
        await bot.ExecuteAsync($"UPDATE people SET time_zone = 'Europe/Lisbon' WHERE external_id = 'UANA'");
        bot.Calendars.Zones["uana@fernhill.example"] = "Pacific/Auckland";
        bot.Calendars.Zones["uben@fernhill.example"] = "Mars/Base";
        Assert.Equal(0, await bot.RunAsync<LookForZones>());
        Assert.Equal("Europe/Lisbon", await ZoneAsync(bot, "UANA"));
    }

    [Fact]
    public async Task Who_could_not_be_asked_is_asked_again_but_not_where_we_may_not()
    {
        await using var bot = await StartAsync();
        bot.Calendars.Faults.Enqueue(new RetryAfter(TimeSpan.FromSeconds(7)));
        bot.Calendars.Faults.Enqueue(new Gone(GoneScope.Permission, "MailboxSettings.Read"));
        for (var run = 0; run < 4; run++) Assert.Equal(0, await bot.RunAsync<LookForZones>());
        Assert.Equal(2, bot.Calendars.Reads.Count);
    }

    private static async Task<Bot> StartAsync()
    {
        var bot = await Bot.StartAsync("UANA", "UBEN", "UCEM");
        foreach (var who in new[] { "UANA", "UBEN" }) await bot.SayAsync(who, "join");
        await bot.ExecuteAsync($"UPDATE people SET email = lower(external_id) || '@fernhill.example'");
        bot.Calendars.IsOn = true;
        return bot;
    }

    private static Task<string> ZoneAsync(Bot bot, string who) => bot.QueryAsync(db => db.People.Where(person => person.ExternalId == who).Select(person => person.TimeZone).SingleAsync());
}
