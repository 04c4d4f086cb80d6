namespace PairingBot.Teams.Tests.Door;

/// <summary>Whom a bot serves that is registered for many.</summary>
public sealed class TenantTests
{
    private const string Another = "00000000-aaaa-4222-8333-0123456789ab";

    [Theory]
    [InlineData("", 200)]
    [InlineData(DoorHost.Tenant, 403)]
    [InlineData(DoorHost.Tenant + ", " + Another, 200)]
    [InlineData(DoorHost.Tenant + ",00000000-bbbb-4222-8333-0123456789ab", 403)]
    public async Task A_bot_of_many_tenants_serves_any_unless_some_are_named(string named, int expected)
    {
        await using var door = await DoorHost.StartAsync(("Teams:AppType", "MultiTenant"), ("Teams:TenantId", named));
        var activity = Happenings.Words(door.Microsoft.Connector, "join");
        activity["conversation"]!["tenantId"] = Another;
        activity["channelData"]!["tenant"]!["id"] = Another;

        Assert.Equal(expected, (await door.SendAsync(activity)).Status);
    }

    [Fact]
    public async Task A_tenant_may_be_spelled_in_capitals()
    {
        await using var door = await DoorHost.StartAsync(("Teams:TenantId", DoorHost.Tenant.ToUpperInvariant()));

        Assert.Equal(200, (await door.SendAsync(Happenings.Words(door.Microsoft.Connector, "join"))).Status);
    }
}
