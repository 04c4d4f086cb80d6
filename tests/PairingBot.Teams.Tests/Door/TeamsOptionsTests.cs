using Microsoft.Extensions.Configuration;

namespace PairingBot.Teams.Tests.Door;

/// <summary>A wrong setting is said at the start, by its name and once.</summary>
public sealed class TeamsOptionsTests
{
    private static readonly (string, string)[] Right = [("AppId", Signer.AppId), ("TenantId", DoorHost.Tenant), ("ClientSecret", "a~secret")];

    [Theory]
    [InlineData("AppId", "pairing bot", "Teams:AppId is no app id")]
    [InlineData("AppId", "", "Teams:AppId is empty although Teams:TenantId is set")]
    [InlineData("TenantId", "", "Teams:TenantId is empty although Teams:AppType is SingleTenant")]
    [InlineData("TenantId", "acme.example", "Teams:TenantId is no tenant id")]
    [InlineData("ClientSecret", "", "Teams:ClientSecret is empty")]
    [InlineData("ClientSecret", "a secret", "Teams:ClientSecret has a character")]
    [InlineData("CertificatePath", "/nowhere/cert.pem", "Teams:ClientSecret and Teams:CertificatePath are both set", "Teams:CertificatePath names a file")]
    [InlineData("AppType", "UserAssignedMSI", "Teams:ClientSecret or Teams:CertificatePath is set although")]
    [InlineData("OpenIdMetadataUrl", "http://login.example/keys", "Teams:OpenIdMetadataUrl must begin with https")]
    [InlineData("OpenIdMetadataUrl", "keys", "Teams:OpenIdMetadataUrl must be an absolute https address")]
    [InlineData("LoginBaseUrl", "https://me@login.example", "Teams:LoginBaseUrl must be a bare address")]
    [InlineData("Issuer", " ", "Teams:Issuer must say who signs")]
    [InlineData("Scope", "https://api.botframework.com", "Teams:Scope must end with /.default")]
    [InlineData("AllowedServiceUrlHosts:0", "https://smba.trafficmanager.net", "Teams:AllowedServiceUrlHosts has")]
    [InlineData("AllowedServiceUrlHosts:0", "smba.trafficmanager.net/emea", "Teams:AllowedServiceUrlHosts has")]
    [InlineData("AllowedServiceUrlHosts:0", "", "Teams:AllowedServiceUrlHosts has")]
    public void A_wrong_setting_is_named(string setting, string value, params string[] faults)
    {
        var said = Faults([.. Right.Where(each => each.Item1 != setting), (setting, value)]);

        Assert.Equal(faults.Length, said.Length);
        Assert.All(faults, fault => Assert.Contains(said, each => each.StartsWith(fault, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_right_is_taken() => Assert.Empty(Faults(Right));

    [Fact]
    public void Nothing_at_all_is_no_fault() => Assert.Empty(Faults([]));

    [Fact]
    public void A_managed_identity_needs_no_secret() => Assert.Empty(Faults([("AppId", Signer.AppId), ("TenantId", DoorHost.Tenant), ("AppType", "UserAssignedMSI")]));

    [Fact]
    public void Only_a_bot_of_many_tenants_may_name_several()
    {
        (string, string)[] two = [("AppId", Signer.AppId), ("TenantId", "a-1, b-2"), ("ClientSecret", "a~secret")];
        Assert.StartsWith("Teams:TenantId is no tenant id", Assert.Single(Faults(two)), StringComparison.Ordinal);
        Assert.Empty(Faults([.. two, ("AppType", "MultiTenant")]));
    }

    [Fact]
    public void A_bot_of_many_tenants_needs_none() => Assert.Empty(Faults([("AppId", Signer.AppId), ("ClientSecret", "a~secret"), ("AppType", "MultiTenant")]));

    [Theory]
    [InlineData("127.0.0.1:3978")]
    [InlineData("smba.infra.gcc.teams.microsoft.com")]
    public void Hosts_stand_bare(string host) => Assert.Empty(Faults([.. Right, ("AllowedServiceUrlHosts:0", host)]));

    private static string[] Faults((string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Teams:" + setting.Name, (string?)setting.Value))).Build();
        var options = configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();
        return [.. new TeamsOptionsValidator().Validate(null, options).Failures ?? []];
    }
}
