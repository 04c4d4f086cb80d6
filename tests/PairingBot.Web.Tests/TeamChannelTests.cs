using PairingBot.Web.Tests.Conformance;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>A program that lives in a channel of a team in Microsoft Teams.</summary>
public sealed class TeamChannelTests
{
    [Fact]
    public async Task The_bot_is_added_to_a_team_its_channel_is_chosen_and_rounds_are_announced_there()
    {
        await using var world = (TeamsWorld)await TeamsWorld.OpenAsync();
        var (town, ana) = ((TeamsTown)world.Town, TeamsWorld.Id("ana"));
        foreach (var who in new[] { "ana", "ben" }) await world.SayAsync(who, "join");
        var team = (await town.PostAsync("town/teams", new { topic = "Learning", people = new[] { ana }, hasBot = false }))["id"]!.ToString();
        await town.PostAsync("town/teams/channels", new { team, person = ana, name = "Pairs" });
        await town.PostAsync("town/teams/install", new { team, person = ana });
        await town.SettleAsync();
        await town.AdvanceAsync("PT2M");

        await world.OpenFormAsync("ana", "admin");
        Assert.Contains("Learning › Pairs", await world.FormAsync("ana"), StringComparison.Ordinal);
        var channel = (await town.GetAsync("town/conversations")).AsArray().Single(each => each!["topic"]?.ToString() == "Pairs")!["id"]!.ToString();
        await town.PostAsync($"town/people/{ana}/submit", new { button = "Save", inputs = new Dictionary<string, string> { ["one:announce-in"] = channel } });
        await town.SettleAsync();
        Assert.Equal(["Weekly coffee lives here from now on."], await SaidAsync(town, channel));

        await town.AdvanceAsync("P1D", step: "PT2H");
        Assert.Contains("Weekly coffee: a new round has begun.", await SaidAsync(town, channel));

        await town.PostAsync("town/teams/uninstall", new { team, person = ana });
        await town.SettleAsync();
        Assert.Contains(await world.ReadAsync("ana"), said => said.Contains("I can't write in the channel of Weekly coffee any more", StringComparison.Ordinal));
    }

    private static async Task<string[]> SaidAsync(TeamsTown town, string channel) =>
        [.. (await town.GetAsync("town/conversations")).AsArray().Single(each => each!["id"]!.ToString() == channel)!["activities"]!.AsArray().Select(each => each!["body"]!["summary"]!.ToString())];
}
