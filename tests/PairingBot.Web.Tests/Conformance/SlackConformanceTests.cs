namespace PairingBot.Web.Tests.Conformance;

public sealed class SlackConformanceTests(SharedWorld shared) : ChatPlatformConformance(shared), IClassFixture<SharedWorld>
{
    private protected override Task<IChatWorld> OpenAsync() => SlackWorld.OpenAsync();
}
