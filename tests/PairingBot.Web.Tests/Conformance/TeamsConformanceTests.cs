namespace PairingBot.Web.Tests.Conformance;

public sealed class TeamsConformanceTests(SharedWorld shared) : ChatPlatformConformance(shared), IClassFixture<SharedWorld>
{
    private protected override Task<IChatWorld> OpenAsync() => TeamsWorld.OpenAsync();
}
