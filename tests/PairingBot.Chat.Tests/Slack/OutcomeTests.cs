using Microsoft.AspNetCore.Http;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>The table of outcomes: whatever Slack or the network does, what the outbox hears.</summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    private static readonly InstallationKey Acme = new("slack", "T1");
    private static readonly ChatMessage Hello = ChatMessage.Of("hello", ChatText.Plain("Hello"));
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("2", 2)]
    [InlineData("0", 1)]
    [InlineData("120", 120)]
    [InlineData(null, 30)]
    [InlineData("soon", 30)]
    [InlineData("-5", 30)]
    [InlineData("1.5", 30)]
    [InlineData("99999999999999999999", 30)]
    [InlineData("31536000", 3600)]
    public async Task Slack_says_how_long_to_rest_and_is_not_asked_again_before(string? header, int seconds)
    {
        bot.Slack.Answer("chat.postMessage", """{"ok":false,"error":"ratelimited"}""", 429, header);

        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(seconds)), await PostAsync());

        var again = Assert.IsType<RetryAfter>(await PostAsync());
        Assert.InRange(again.Wait, TimeSpan.FromSeconds(seconds - 1), TimeSpan.FromSeconds(seconds));
        Assert.Single(bot.Slack.Calls);
        Assert.IsType<Delivered>(await bot.Platform.UpdateAsync(Acme, "C1", "1.2", Hello, default));
    }

    [Theory]
    [InlineData(20, 18, 20)]
    [InlineData(-20, 1, 1)]
    [InlineData(100_000_000, 3600, 3600)]
    public async Task A_date_until_which_to_rest_will_do_as_well(int ahead, int least, int most)
    {
        bot.Slack.Answer("chat.postMessage", "", 429, TimeProvider.System.GetUtcNow().AddSeconds(ahead).ToString("R"));

        Assert.InRange(Assert.IsType<RetryAfter>(await PostAsync()).Wait, TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
    }

    [Theory]
    [InlineData(500, "", "http-500")]
    [InlineData(503, "<html>Slack is down</html>", "http-503")]
    [InlineData(302, "", "http-302")]
    [InlineData(404, "not here", "http-404")]
    public async Task What_failed_or_was_refused_on_the_way_is_tried_later(int status, string body, string reason)
    {
        bot.Slack.Answer("chat.postMessage", body, status);

        Assert.Equal(new Unavailable(reason), await PostAsync());
    }

    [Theory]
    [InlineData(502, "<html>Bad Gateway</html>", "http-502")]
    [InlineData(504, "", "http-504")]
    [InlineData(200, "<!DOCTYPE html><html></html>", "not-json")]
    [InlineData(200, "", "not-json")]
    [InlineData(200, "{\"ok\":tr", "not-json")]
    [InlineData(200, "null", "not-json")]
    [InlineData(200, "[]", "not-json")]
    [InlineData(200, "{}", "not-json")]
    [InlineData(200, "{\"ok\":true}", "answer-without-id")]
    [InlineData(200, "{\"ok\":true,\"ts\":null}", "answer-without-id")]
    public async Task An_answer_that_says_nothing_leaves_it_open_whether_it_was_done(int status, string body, string reason)
    {
        bot.Slack.Answer("chat.postMessage", body, status);

        Assert.Equal(new Uncertain(reason), await PostAsync());
    }

    [Theory]
    [InlineData("invalid_auth", GoneScope.Credentials)]
    [InlineData("token_revoked", GoneScope.Credentials)]
    [InlineData("not_authed", GoneScope.Credentials)]
    [InlineData("token_expired", GoneScope.Credentials)]
    [InlineData("not_allowed_token_type", GoneScope.Credentials)]
    [InlineData("accesslimited", GoneScope.Installation)]
    [InlineData("enterprise_is_restricted", GoneScope.Installation)]
    [InlineData("no_permission", GoneScope.Installation)]
    [InlineData("team_access_not_granted", GoneScope.Installation)]
    [InlineData("team_not_found", GoneScope.Installation)]
    [InlineData("two_factor_setup_required", GoneScope.Installation)]
    [InlineData("users_not_found", GoneScope.Person)]
    [InlineData("user_not_visible", GoneScope.Person)]
    [InlineData("invalid_user_combination", GoneScope.Person)]
    [InlineData("is_inactive", GoneScope.Place)]
    [InlineData("not_in_channel", GoneScope.Place)]
    [InlineData("messages_tab_disabled", GoneScope.Place)]
    [InlineData("method_not_supported_for_channel_type", GoneScope.Place)]
    [InlineData("restricted_action", GoneScope.Place)]
    [InlineData("restricted_action_read_only_channel", GoneScope.Place)]
    [InlineData("not_enabled", GoneScope.Place)]
    [InlineData("too_many_users", GoneScope.Message)]
    [InlineData("no_text", GoneScope.Message)]
    [InlineData("msg_too_long", GoneScope.Message)]
    [InlineData("msg_blocks_too_long", GoneScope.Message)]
    [InlineData("view_too_large", GoneScope.Message)]
    [InlineData("hash_conflict", GoneScope.Message)]
    [InlineData("invalid_arguments", GoneScope.Message)]
    [InlineData("invalid_array_arg", GoneScope.Message)]
    [InlineData("invalid_json", GoneScope.Message)]
    [InlineData("cant_update_message", GoneScope.Message)]
    [InlineData("edit_window_closed", GoneScope.Message)]
    [InlineData("account_inactive", GoneScope.Credentials)]
    [InlineData("missing_scope", GoneScope.Permission)]
    [InlineData("access_denied", GoneScope.Installation)]
    [InlineData("ekm_access_denied", GoneScope.Installation)]
    [InlineData("user_not_found", GoneScope.Person)]
    [InlineData("user_disabled", GoneScope.Person)]
    [InlineData("cannot_dm_bot", GoneScope.Person)]
    [InlineData("channel_not_found", GoneScope.Place)]
    [InlineData("is_archived", GoneScope.Place)]
    [InlineData("restricted_action_thread_only_channel", GoneScope.Place)]
    [InlineData("invalid_blocks", GoneScope.Message)]
    [InlineData("message_not_found", GoneScope.Message)]
    [InlineData("a_word_of_next_year", GoneScope.Message)]
    public async Task What_Slack_refuses_for_good_is_gone(string error, GoneScope scope)
    {
        bot.Slack.Answer("chat.postMessage", $$"""{"ok":false,"error":"{{error}}","needed":"chat:write","provided":"","response_metadata":{"messages":["[ERROR] x [json-pointer:/blocks/0]"] } }""");

        Assert.Equal(new Gone(scope, error), await PostAsync());
    }

    [Theory]
    [InlineData("service_unavailable")]
    [InlineData("request_timeout")]
    [InlineData("team_added_to_org")]
    [InlineData("org_login_required")]
    [InlineData("message_limit_exceeded")]
    [InlineData("external_channel_migrating")]
    public async Task Slacks_own_trouble_passes(string error)
    {
        bot.Slack.Answer("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.Equal(new Unavailable(error), await PostAsync());
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    [InlineData("update_failed")]
    public async Task Of_some_of_its_trouble_Slack_says_that_part_may_have_happened(string error)
    {
        bot.Slack.Answer("chat.postMessage", $$"""{"ok":false,"error":"{{error}}"}""");

        Assert.Equal(new Uncertain(error), await PostAsync());
    }

    [Fact]
    public async Task A_rate_named_in_an_answer_counts_too()
    {
        bot.Slack.Answer("chat.postMessage", """{"ok":false,"error":"rate_limited"}""", retryAfter: "7");

        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(7)), await PostAsync());
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_it_open_whether_it_was_done()
    {
        bot.Slack.Answer("chat.postMessage", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(new Uncertain("reset"), await PostAsync());
        Assert.Single(bot.Slack.Calls);
    }

    [Fact]
    public async Task Half_an_answer_is_none()
    {
        bot.Slack.Answer("chat.postMessage", async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"ok\":true,");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Equal(new Uncertain("reset"), await PostAsync());
    }

    [Fact]
    public async Task Nobody_waits_for_ever()
    {
        await using var hurried = await BotHost.StartAsync(new HurriedTime());
        hurried.Slack.Answer("chat.postMessage", context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.Equal(new Uncertain("time-out"), await hurried.Platform.PostAsync(Acme, "C1", Hello, default));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        await bot.Slack.DisposeAsync();

        Assert.Equal(new Unavailable(NetworkWords.NeverSent), await PostAsync());
    }

    [Fact]
    public async Task A_call_that_is_called_off_says_so()
    {
        using var called = new CancellationTokenSource();
        bot.Slack.Answer("chat.postMessage", async context =>
        {
            await called.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Platform.PostAsync(Acme, "C1", Hello, called.Token));
    }

    private Task<DeliveryResult> PostAsync() => bot.Platform.PostAsync(Acme, "C1", Hello, default);
}
