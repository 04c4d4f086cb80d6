using System.Net;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>Who does not hold the secret gets 401, and leaves nothing behind. One host for all, since none changes it.</summary>
public sealed class RefusedRequestsTests : IAsyncLifetime
{
    private const string Newcomer = "U0NEWCOMER";

    private DemoTown town = null!;

    public async Task InitializeAsync() => town = await DemoTown.OpenAsync(seeded: false);

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task Nothing_unsigned_stale_or_borrowed_gets_in()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var body = SlackSender.Command(Newcomer, "join");
        var good = new SlackSender(town.Bot);

        await RefusedAsync(good.SendAsync("slack/commands", body, now, signedBody: null), "no signature");
        await RefusedAsync(new SlackSender(town.Bot, "another-secret").SendAsync("slack/commands", body), "another secret");
        await RefusedAsync(new SlackSender(town.Bot, "").SendAsync("slack/commands", body), "an empty secret");
        await RefusedAsync(good.SendAsync("slack/commands", body, now - 301, body), "five minutes old");
        await RefusedAsync(good.SendAsync("slack/commands", body, now + 302, body), "from the future");
        await RefusedAsync(good.SendAsync("slack/commands", body, now, body.Replace(Newcomer, "U01ADA0000", StringComparison.Ordinal)), "signed for another body");
        await RefusedAsync(good.SendAsync("slack/interactions", SlackSender.Press(Newcomer, "join", ""), now, body), "signed for another request");
        await RefusedAsync(good.SendAsync("slack/events", SlackSender.Event("Ev0", new { type = "app_home_opened", user = Newcomer, tab = "home" }), now, signedBody: null), "an unsigned event");

        Assert.Equal(0, await town.CountAsync($"people WHERE external_id = '{Newcomer}'"));
        Assert.Equal(0, await town.CountAsync("inbox"));
        Assert.Equal(0, await town.CountAsync("participants"));
    }

    [Fact]
    public async Task Another_workspace_learns_and_changes_nothing()
    {
        var body = SlackSender.Command("U01ADA0000", "join").Replace(SlackSender.Team, "T0ELSEWHERE", StringComparison.Ordinal);

        var answer = await new SlackSender(town.Bot).SendAsync("slack/commands", body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("your own workspace", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await town.CountAsync("installations"));
        Assert.Equal(0, await town.CountAsync("participants"));
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> sending, string what)
    {
        var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{what}: {answer.StatusCode}");
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }
}
