using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Tests.Connector;

public sealed class ConnectorPaceTests
{
    private readonly StoodTime time = new();
    private readonly ConnectorPace pace;

    public ConnectorPaceTests() => pace = new ConnectorPace(time);

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 8)]
    [InlineData(30, 60)]
    [InlineData(3600, 1800)]
    public void No_stretch_sees_more_posts_in_a_conversation_than_are_allowed(int seconds, int most)
    {
        var sent = new List<DateTimeOffset>();
        for (var end = time.Now.AddSeconds(seconds * 3); time.Now < end; time.Now += TimeSpan.FromSeconds(seconds < 60 ? 0.1 : 5))
        {
            while (pace.Enter("a:1") is null) sent.Add(time.Now);
        }

        Assert.True(sent.Count > most);
        Assert.All(sent, from => Assert.InRange(sent.Count(at => at >= from && at < from.AddSeconds(seconds)), 1, most));
    }

    [Fact]
    public void Twenty_a_second_go_out_altogether()
    {
        Assert.All(Enumerable.Range(0, 20), each => Assert.Null(pace.Enter("a:" + each)));

        Assert.Equal(TimeSpan.FromSeconds(1), pace.Enter("a:20"));
        time.Now += TimeSpan.FromSeconds(1);
        Assert.Null(pace.Enter("a:20"));
    }

    [Fact]
    public void What_the_connector_closes_rests_so_long_and_nothing_else_does()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), pace.Close("a:1", TimeSpan.FromSeconds(7)));

        time.Now += TimeSpan.FromSeconds(6);
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Enter("a:1"));
        Assert.Null(pace.Enter("a:2"));
        time.Now += TimeSpan.FromSeconds(1);
        Assert.Null(pace.Enter("a:1"));
    }

    [Fact]
    public void Where_nobody_says_how_long_each_rest_is_twice_the_last_to_a_minute()
    {
        Assert.Equal([2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 7).Select(_ => (int)pace.Close("a:1", TimeSpan.Zero).TotalSeconds));

        pace.Open("a:1");
        Assert.Equal(TimeSpan.FromSeconds(2), pace.Close("a:1", TimeSpan.Zero));
    }

    [Fact]
    public void What_lies_long_ago_is_forgotten_without_harm()
    {
        Assert.Null(pace.Enter("a:1"));
        pace.Close("a:2", TimeSpan.FromHours(3));

        time.Now += TimeSpan.FromHours(2);

        Assert.Null(pace.Enter("a:1"));
        Assert.Equal(TimeSpan.FromHours(1), pace.Enter("a:2"));
    }

    private sealed class StoodTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>The pace against a town that holds its rates.</summary>
[Collection(InTown.Name)]
public sealed class PacedPostsTests(TownProcess town) : IAsyncLifetime
{
    private readonly TeamsSide bot = new(town);

    public Task InitializeAsync() => town.ClearAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task What_would_be_refused_by_rate_is_not_sent()
    {
        var conversation = await bot.OpenAsync(await town.PersonAsync());
        await town.PostAsync("rates", new { held = true });

        var results = new List<DeliveryResult>();
        for (var each = 0; each < 9; each++) results.Add(await bot.PostAsync(conversation));

        var posts = await town.GetAsync("calls?kind=post");
        Assert.All(posts.EnumerateArray(), call => Assert.Equal(201, call.GetProperty("status").GetInt32()));
        Assert.Equal(posts.GetArrayLength(), results.OfType<Delivered>().Count());
    }

    [Fact]
    public async Task A_conversation_that_must_rest_is_not_asked_again_before()
    {
        var conversation = await bot.OpenAsync(await town.PersonAsync());
        await town.PostAsync("faults", new { on = "post", status = 429, retryAfter = "120" });

        Assert.Equal("RetryAfter 120", TeamsSide.Said(await bot.PostAsync(conversation)));
        Assert.IsType<RetryAfter>(await bot.PostAsync(conversation));

        Assert.Single(await town.CallsAsync("post"));
        Assert.IsType<Delivered>(await bot.PostAsync(await bot.OpenAsync(await town.PersonAsync("Ben Ray"))));
    }
}
