using System.Text.RegularExpressions;
using PairingBot.Web.Tests.Conformance;
using PairingBot.Web.Tests.Scenarios;

namespace PairingBot.Web.Tests;

/// <summary>
/// One host, a workspace in the stand-in for Slack and a tenant in the stand-in for Microsoft. Ana runs the workspace and Dan the tenant, in which he takes no part; Ben has an account in each, with one
/// address.
/// </summary>
public sealed partial class OrganizationTests
{
    [Fact]
    public async Task A_workspace_and_a_tenant_are_one_organization_from_two_codes_to_what_both_keep()
    {
        await using var stage = await Stage.OpenAsync(new Role(SlackWorld.Id("ana"), "Ana Lima", "Design Lead", IsAdmin: true), new Role(SlackWorld.Id("ben"), "Ben Okafor", "Support Agent"));
        await using var tenant = await stage.Town.AddTeamsAsync();
        var (slack, teams) = (new SlackWorld(stage), new TeamsWorld(tenant));
        await tenant.AddAsync(TeamsWorld.Id("dan"), "Dan Novak");
        await tenant.AddAsync(TeamsWorld.Id("ben"), "Ben Okafor", upn: "U01Ben@fernhill.example");
        foreach (var (world, who) in new (IChatWorld, string)[] { (slack, "ana"), (slack, "ben"), (teams, "ben") }) await world.SayAsync(who, "join");
        await stage.Town.UntilAsync(async () => await stage.Town.CountAsync("participants") == 3, "they take part");

        await slack.SayAsync("ana", "connect");
        await teams.SayAsync("dan", $"connect {await CodeAsync(slack, "ana")}");
        await slack.SayAsync("ana", $"connect {await CodeAsync(teams, "dan")}");
        await stage.Town.UntilAsync(async () => await stage.Town.CountAsync("installations WHERE platform = 'teams' AND joined_to = (SELECT id FROM installations WHERE platform = 'slack')") == 1, "they are connected");
        await stage.SettleAsync();
        Assert.Contains(await teams.ReadAsync("dan"), text => text.Contains("You are with Fernhill now", StringComparison.Ordinal));

        await stage.PassHoursAsync(1);
        await slack.PressAsync("ben", "Yes, write to me there");
        await teams.PressAsync("ben", "Yes, write to me here");
        await stage.SettleAsync();
        Assert.Equal(1, await stage.Town.CountAsync($"people WHERE external_id = '{SlackWorld.Id("ben")}' AND same_as = (SELECT id FROM people WHERE external_id = '{TeamsWorld.Id("ben")}')"));
        var toldInSlack = (await slack.ReadAsync("ben")).Count;

        await stage.PassHoursAsync(2);
        Assert.Equal(1, await stage.Town.CountAsync("pairings"));
        Assert.Contains("u01ben@fernhill.example", Assert.Single(await IntroductionsAsync(slack, "ana")), StringComparison.Ordinal);
        Assert.Contains("u01ana@fernhill.example", Assert.Single(await IntroductionsAsync(teams, "ben")), StringComparison.Ordinal);

        await teams.PressAsync("ben", "We met");
        await stage.SettleAsync();
        Assert.Contains(await slack.ReadAsync("ana"), text => text.Contains("Ben Okafor says", StringComparison.Ordinal));
        await slack.PressAsync("ana", "Look back");
        await slack.SendFormAsync("ana", ("What did you take away?", "Ask one question first"));
        await teams.PressAsync("ben", "Look back");
        await teams.SendFormAsync("ben", ("What did you take away?", "Listen for what is not said"));
        await stage.SettleAsync();

        Assert.Equal(2, await stage.Town.CountAsync("reflections"));
        Assert.Equal(toldInSlack, (await slack.ReadAsync("ben")).Count);
    }

    private static async Task<string> CodeAsync(IChatWorld world, string who)
    {
        Match? code = null;
        await world.Town.UntilAsync(async () => (code = (await world.ReadAsync(who)).Select(text => Code().Match(text)).LastOrDefault(match => match.Success)) is not null, $"{who} has a code");
        return code!.Value;
    }

    private static async Task<IReadOnlyList<string>> IntroductionsAsync(IChatWorld world, string who) =>
        [.. (await world.ReadAsync(who)).Where(text => text.Contains("To begin with", StringComparison.Ordinal))];

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Code();
}
