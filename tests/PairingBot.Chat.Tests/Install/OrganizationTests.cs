using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;

namespace PairingBot.Chat.Tests.Install;

/// <summary>An organization that added the bot for all of its workspaces at once.</summary>
public sealed class OrganizationTests : IAsyncLifetime
{
    private ManyHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await ManyHost.StartAsync();
        Assert.Contains("at home in The Org", (await bot.InstallAsync("code-T1-org")).Body, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task It_is_one_installation_whose_people_are_read_workspace_by_workspace()
    {
        await bot.RunAsync<ReadDirectory>();

        Assert.True((await bot.InstallationAsync("E1")).Key.IsOrganization);
        Assert.Equal(["T1", "T2"], bot.Slack.Calls.Where(call => call.Name == "users.list").Select(call => QueryHelpers.ParseQuery(call.Body)["team_id"].ToString()));
        Assert.Equal(4, await bot.QueryAsync(db => db.People.CountAsync()));
    }

    [Theory]
    [InlineData("T1", "&enterprise_id=E1&is_enterprise_install=true")]
    [InlineData("T2", "&enterprise_id=E1&is_enterprise_install=true")]
    [InlineData("T2", "&enterprise_id=E1&is_enterprise_install=false")]
    [InlineData("", "&enterprise_id=E1&is_enterprise_install=true")]
    public async Task Requests_of_all_its_workspaces_belong_to_it(string team, string more)
    {
        await bot.RunAsync<ReadDirectory>();

        Assert.Contains("You are in", (await bot.CommandAsync(team, "join", more: more)).Body, StringComparison.Ordinal);

        Assert.Equal(1, await bot.QueryAsync(db => db.Installations.CountAsync()));
    }

    [Fact]
    public async Task Its_token_opens_forms_in_its_workspaces()
    {
        await bot.RunAsync<ReadDirectory>();
        await bot.CommandAsync("T2", "join", more: "&enterprise_id=E1");

        await bot.CommandAsync("T2", "settings", more: "&enterprise_id=E1");

        Assert.Equal("E1", bot.Towns.TeamOf(Assert.Single(bot.Slack.Calls, call => call.Name == "views.open")));
    }

    [Fact]
    public async Task The_removal_of_one_workspaces_own_installation_does_not_take_the_organizations_away()
    {
        await bot.InstallAsync("code-T1-1");

        await bot.EventAsync("T1", "Ev1", """{"type":"app_uninstalled"}""", more: ""","enterprise_id":"E1","authorizations":[{"is_enterprise_install":false}]""");

        Assert.Equal((false, true), ((await bot.InstallationAsync("T1")).IsActive, (await bot.InstallationAsync("E1")).IsActive));
    }

    [Theory]
    [InlineData("", ",\"enterprise_id\":\"E1\"")]
    [InlineData("T2", ",\"enterprise_id\":\"E1\",\"authorizations\":[{\"is_enterprise_install\":true}]")]
    [InlineData("T2", ",\"enterprise_id\":\"E1\",\"authorizations\":[{\"is_enterprise_install\":\"true\"}]")]
    public async Task Its_own_removal_does(string team, string more)
    {
        await bot.EventAsync(team, "Ev1", """{"type":"app_uninstalled"}""", more: more);

        Assert.False((await bot.InstallationAsync("E1")).IsActive);
        Assert.Equal(0, await bot.QueryAsync(db => db.Credentials.CountAsync()));
    }

    [Theory]
    [InlineData("team_access_granted")]
    [InlineData("team_access_revoked")]
    public async Task Workspaces_that_come_and_go_are_taken_calmly(string type) =>
        Assert.Equal(200, (await bot.EventAsync("T2", "Ev1", $$"""{"type":"{{type}}","team_ids":["T2"]}""", more: ",\"enterprise_id\":\"E1\"")).Status);
}
