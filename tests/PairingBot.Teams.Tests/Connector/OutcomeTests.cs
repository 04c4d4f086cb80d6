using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Tests.Connector;

/// <summary>The table of outcomes: whatever the connector or the network does, what the outbox hears.</summary>
[Collection(InTown.Name)]
public sealed class OutcomeTests(TownProcess town) : IAsyncLifetime
{
    private const string Roster = """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}""";
    private const string Blocked = """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked for message writes.\"\r\n}"}""";
    private readonly TeamsSide bot = new(town);

    public Task InitializeAsync() => town.ClearAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    public static TheoryData<string, int, string, string?, string, string, string> Table => new()
    {
        // what happens             status  body                                                                          Retry-After  post                            update                          open
        { "rate, said how long",      429, """{"error":{"code":"Throttled"}}""",                                              "7",  "RetryAfter 7",                 "RetryAfter 7",                 "RetryAfter 7" },
        { "rate, not said",           429, "",                                                                                null, "RetryAfter 2",                 "RetryAfter 2",                 "RetryAfter 2" },
        { "two at once",              412, """{"error":{"code":"PreconditionFailed"}}""",                                     null, "RetryAfter 2",                 "RetryAfter 2",                 "RetryAfter 2" },
        { "a bad argument",           400, """{"error":{"code":"BadArgument","message":"Bad"}}""",                            null, "Gone Message http-400",        "Gone Message http-400",        "Gone Message http-400" },
        { "another bot's person",     400, """{"error":{"code":"BadArgument","message":"Failed to decrypt pairwise id"}}""",  null, "Gone Person unknown",          "Gone Person unknown",          "Gone Person unknown" },
        { "not installed",            403, Roster,                                                                            null, "Gone Person not-installed",    "Gone Person not-installed",    "Gone Person not-installed" },
        { "not installed, bare",      403, "The bot is not part of the conversation roster.",                                 null, "Gone Person not-installed",    "Gone Person not-installed",    "Gone Person not-installed" },
        { "blocked, by code",         403, """{"error":{"code":"ConversationBlockedByUser"}}""",                              null, "Gone Person blocked",          "Gone Person blocked",          "Gone Person blocked" },
        { "blocked, by subcode",      403, Blocked,                                                                           null, "Gone Person blocked",          "Gone Person blocked",          "Gone Person blocked" },
        { "blocked, by number",       403, """{"errorCode": 209}""",                                                          null, "Gone Person blocked",          "Gone Person blocked",          "Gone Person blocked" },
        { "switched off",             403, """{"error":{"code":"BotDisabledByAdmin"}}""",                                     null, "Gone Installation BotDisabledByAdmin", "Gone Installation BotDisabledByAdmin", "Gone Installation BotDisabledByAdmin" },
        { "another cloud, no other",  403, """{"error":{"code":"InvalidBotApiHost"}}""",                                      null, "Gone Installation InvalidBotApiHost",  "Gone Installation InvalidBotApiHost",  "Gone Installation InvalidBotApiHost" },
        { "forbidden everywhere",     403, "",                                                                                null, "Gone Person forbidden",        "Gone Person forbidden",        "Gone Person forbidden" },
        { "another bot's chat",       403, """{"message":"Failed to decrypt conversation id"}""",                             null, "Gone Place Failed to decrypt conversation id", "Gone Place Failed to decrypt conversation id", "Gone Place Failed to decrypt conversation id" },
        { "no such conversation",     404, """{"error":{"code":"ConversationNotFound"}}""",                                   null, "Gone Place ConversationNotFound", "Gone Place ConversationNotFound", "Gone Place ConversationNotFound" },
        { "no such message",          404, """{"error":{"code":"ActivityNotFoundInConversation"}}""",                         null, "Gone Message ActivityNotFound", "Gone Message ActivityNotFound", "Gone Message ActivityNotFound" },
        { "not found, by a proxy",    404, "<html>Not here</html>",                                                           null, "Unavailable http-404",         "Unavailable http-404",         "Unavailable http-404" },
        { "too big",                  413, """{"error":{"code":"MessageSizeTooBig"}}""",                                      null, "Gone Message http-413",        "Gone Message http-413",        "Gone Message http-413" },
        { "sent elsewhere",           302, "",                                                                                null, "Unavailable http-302",         "Unavailable http-302",         "Unavailable http-302" },
        { "gave up waiting",          408, "",                                                                                null, "Uncertain http-408",           "Unavailable http-408",         "Unavailable http-408" },
        { "its own fault",            500, """{"error":{"code":"ServiceError"}}""",                                           null, "Uncertain http-500",           "Unavailable http-500",         "Unavailable http-500" },
        { "a gateway's fault",        502, "<html></html>",                                                                   null, "Uncertain http-502",           "Unavailable http-502",         "Unavailable http-502" },
        { "not there now",            503, "",                                                                                null, "Uncertain http-503",           "Unavailable http-503",         "Unavailable http-503" },
        { "yes, and nothing else",    200, "",                                                                                null, "Uncertain answer-without-id",  "Delivered",                    "Unavailable answer-without-id" },
        { "yes, and half of it",      201, "{\"id\":",                                                                        null, "Uncertain answer-without-id",  "Delivered",                    "Unavailable answer-without-id" },
        { "yes, and no text",         201, """{"id":7}""",                                                                    null, "Uncertain answer-without-id",  "Delivered",                    "Unavailable answer-without-id" },
        { "a token never taken",      401, """{"message":"Authorization has been denied for this request."}""",               null, "Gone Credentials http-401",    "Gone Credentials http-401",    "Gone Credentials http-401" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task What_the_connector_answers_becomes_one_outcome(string what, int status, string body, string? retryAfter, string post, string update, string open)
    {
        var (conversation, message) = await WrittenAsync();
        foreach (var on in new[] { "post", "update", "open" }) await town.PostAsync("faults", new { on, times = 9, status, body, retryAfter });

        Assert.Equal((what, post), (what, TeamsSide.Said(await bot.PostAsync(conversation))));
        await using var second = await AnotherAsync(conversation);
        Assert.Equal((what, update), (what, TeamsSide.Said(await second.Platform.UpdateAsync(TeamsSide.Home, conversation, message, TeamsSide.Hello, default))));
        await using var third = await AnotherAsync(null);
        Assert.Equal((what, open), (what, TeamsSide.Said(await third.Platform.OpenConversationAsync(TeamsSide.Home, [await town.PersonAsync()], default))));
    }

    [Theory]
    [InlineData("before", 1)]
    [InlineData("after", 2)]
    public async Task A_connection_that_is_cut_leaves_a_post_open_and_what_may_be_repeated_for_later(string cut, int there)
    {
        var (conversation, message) = await WrittenAsync();
        var person = bot.References.Kept[0].Person!;

        await town.PostAsync("faults", new { on = "post", cut });
        Assert.Equal("Uncertain reset", TeamsSide.Said(await bot.PostAsync(conversation)));
        Assert.Equal(there, (await town.SeenByAsync(person)).Length);

        await town.PostAsync("faults", new { on = "update", cut });
        Assert.Equal("Unavailable reset", TeamsSide.Said(await bot.Platform.UpdateAsync(TeamsSide.Home, conversation, message, TeamsSide.Hello, default)));
        Assert.IsType<Delivered>(await bot.Platform.UpdateAsync(TeamsSide.Home, conversation, message, TeamsSide.Hello, default));

        await town.PostAsync("faults", new { on = "open", cut });
        var other = await town.PersonAsync();
        Assert.Equal("Unavailable reset", TeamsSide.Said(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [other], default)));
        Assert.Equal(await bot.OpenAsync(other), (await bot.References.OfPersonAsync(TeamsSide.Home, other, default))!.Conversation);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        using var taken = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0)); // bound, and never listened to
        var host = taken.LocalEndPoint!.ToString()!;
        await using var away = new TeamsSide(town, null, ("Teams:AllowedServiceUrlHosts:1", host));
        await away.References.KeepAsync(TeamsSide.Home, new ChatReference("a:1", $"http://{host}/amer/"), default);

        Assert.Equal("Unavailable connect", TeamsSide.Said(await away.PostAsync("a:1")));
    }

    [Fact]
    public async Task Nobody_waits_for_ever()
    {
        await using var hurried = new TeamsSide(town, new HurriedTime());
        var person = await town.PersonAsync();
        DeliveryResult opened = new Unavailable("");
        while (opened is not Delivered) opened = await hurried.Platform.OpenConversationAsync(TeamsSide.Home, [person], default);
        await town.PostAsync("faults", new { on = "post", delayMs = 30_000 });

        Assert.Equal("Uncertain time-out", TeamsSide.Said(await hurried.PostAsync(((Delivered)opened).Id)));
    }

    [Fact]
    public async Task A_call_that_is_called_off_says_so()
    {
        var (conversation, _) = await WrittenAsync();
        await town.PostAsync("faults", new { on = "post", delayMs = 30_000 });
        using var called = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Platform.PostAsync(TeamsSide.Home, conversation, TeamsSide.Hello, called.Token));
    }

    [Theory]
    [InlineData("https://evil.example/amer/")]
    [InlineData("http://127.0.0.1:1/amer/")]
    [InlineData("not an address")]
    public async Task A_token_goes_to_listed_hosts_only(string address)
    {
        await bot.References.KeepAsync(TeamsSide.Home, new ChatReference("a:1", address), default);

        Assert.Equal("Gone Message address-refused", TeamsSide.Said(await bot.PostAsync("a:1")));
        Assert.Empty(await town.CallsAsync("token"));
    }

    /// <summary>A conversation with somebody new, and a message of ours in it.</summary>
    private async Task<(string Conversation, string Message)> WrittenAsync()
    {
        var conversation = await bot.OpenAsync(await town.PersonAsync());
        return (conversation, Assert.IsType<Delivered>(await bot.PostAsync(conversation)).Id);
    }

    /// <summary>Another host, which does not rest as the first one does now.</summary>
    private async Task<TeamsSide> AnotherAsync(string? conversation)
    {
        var other = new TeamsSide(town);
        if (conversation is not null) await other.References.KeepAsync(TeamsSide.Home, new ChatReference(conversation, town.Address + "/amer/"), default);
        return other;
    }

    /// <summary>Real time, in which every wait is ten times shorter.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 10 : dueTime, period);
    }
}
