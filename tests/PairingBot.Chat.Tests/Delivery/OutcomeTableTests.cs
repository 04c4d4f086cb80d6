using Microsoft.AspNetCore.Http;
using PairingBot.App.Chat;

namespace PairingBot.Chat.Tests.Delivery;

/// <summary>
/// The table of outcomes, end to end: what Slack or the network does to the one call, what the row says then, and how often the message stands in Slack when all is over. A message
/// that is let be in doubt stands at most once; one that is sent again at least once; an introduction exactly once, whichever of its calls it was.
/// </summary>
public sealed class OutcomeTableTests : IAsyncLifetime
{
    private PostOffice office = null!;

    private sealed record Trouble(Func<HttpContext, Action, Task> Answer, OutboxState Then, int? Seconds = null, bool HadEffect = false);

    private static readonly Dictionary<string, Trouble> Table = new()
    {
        ["429, rest 2"] = new(Says("""{"ok":false,"error":"ratelimited"}""", 429, "2"), OutboxState.Waiting, 2),
        ["429, rest 0"] = new(Says("""{"ok":false,"error":"ratelimited"}""", 429, "0"), OutboxState.Waiting, 1),
        ["429, rest 120"] = new(Says("""{"ok":false,"error":"ratelimited"}""", 429, "120"), OutboxState.Waiting, 120),
        ["429, rest unsaid"] = new(Says("", 429), OutboxState.Waiting, 30),
        ["500"] = new(Says("", 500), OutboxState.Waiting, 1),
        ["503 of a proxy"] = new(Says("<html>down</html>", 503), OutboxState.Waiting, 1),
        ["504 of a proxy after the effect"] = new((context, effect) => Abandon(context, effect), OutboxState.PerhapsSent, HadEffect: true),
        ["a page instead of an answer"] = new(Says("<!DOCTYPE html>"), OutboxState.PerhapsSent),
        ["an empty answer"] = new(Says(""), OutboxState.PerhapsSent),
        ["half an answer"] = new(Says("{\"ok\":tr"), OutboxState.PerhapsSent),
        ["a reset before the effect"] = new((context, _) => Abort(context), OutboxState.PerhapsSent),
        ["a reset after the effect"] = new((context, effect) => Abort(context, effect), OutboxState.PerhapsSent, HadEffect: true),
        ["a time-out before the effect"] = new((context, _) => Stall(context), OutboxState.PerhapsSent),
        ["a time-out after the effect"] = new((context, effect) => Stall(context, effect), OutboxState.PerhapsSent, HadEffect: true),
        ["no: the token is no good"] = new(Says("""{"ok":false,"error":"invalid_auth"}"""), OutboxState.Waiting, 600),
        ["no: a scope is missing"] = new(Says("""{"ok":false,"error":"missing_scope","needed":"chat:write"}"""), OutboxState.Waiting, 600),
        ["no: this person"] = new(Says("""{"ok":false,"error":"user_disabled"}"""), OutboxState.Gone),
        ["no: this place"] = new(Says("""{"ok":false,"error":"is_archived"}"""), OutboxState.Gone),
        ["no: what we sent"] = new(Says("""{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] x [json-pointer:/blocks/0]"]} }"""), OutboxState.Gone),
        ["no: a word of next year"] = new(Says("""{"ok":false,"error":"a_word_of_next_year"}"""), OutboxState.Gone),
        ["no: Slack is away"] = new(Says("""{"ok":false,"error":"service_unavailable"}"""), OutboxState.Waiting, 1),
        ["no, or in part"] = new(Says("""{"ok":false,"error":"internal_error"}"""), OutboxState.PerhapsSent),
    };

    private static readonly string[] OfTheMessage = ["no: what we sent", "no: a word of next year"];

    public async Task InitializeAsync() => office = await PostOffice.OpenAsync();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task A_reminder_stands_at_most_once() => await PlayAsync(WhenInDoubt.LetBe, (trouble, then, times) =>
    {
        Assert.Equal(trouble.Then, then.State);
        Assert.Equal(trouble switch { { Then: OutboxState.Waiting } => 1, { HadEffect: true } => 1, _ => 0 }, times);
    });

    [Fact]
    public async Task What_somebody_waits_for_stands_at_least_once_unless_it_is_refused() => await PlayAsync(WhenInDoubt.SendAgain, (trouble, then, times) =>
    {
        Assert.Equal(trouble.Then == OutboxState.PerhapsSent ? OutboxState.Waiting : trouble.Then, then.State);
        Assert.Equal(trouble switch { { Then: OutboxState.Gone } => 0, { HadEffect: true } => 2, _ => 1 }, times);
    });

    [Theory]
    [InlineData("conversations.open")]
    [InlineData("chat.postMessage")]
    [InlineData("chat.update")]
    public async Task An_introduction_stands_exactly_once_unless_it_is_refused(string method)
    {
        foreach (var (name, trouble) in Table)
        {
            office.Messages.Clear();
            office.Misbehave(method, trouble.Answer);
            var row = await office.WriteAsync(WhenInDoubt.LetBe, isIntroduction: true, "U" + Guid.NewGuid().ToString("N"));
            await office.SendAsync();
            await office.SendLaterAsync();

            var isRefused = trouble.Then == OutboxState.Gone && !(method == "chat.update" && OfTheMessage.Contains(name)); // what can't be replaced is followed
            var then = await office.RowAsync(row);
            Assert.True(then.State == (isRefused ? OutboxState.Gone : OutboxState.Sent), $"{method}, {name}: {then.State}, {then.Failure}, attempts {then.Attempts}, leased {then.LeasedUntil}");
            Assert.True(office.Messages.Values.Count(text => text == "The whole message") == (isRefused ? 0 : 1), $"{method}, {name}");
            Assert.InRange(office.Messages.Values.Count(text => text == "Ana, meet Ben."), 0, 1);
        }
    }

    private async Task PlayAsync(WhenInDoubt rule, Action<Trouble, OutboxMessage, int> check)
    {
        foreach (var (name, trouble) in Table)
        {
            office.Messages.Clear();
            office.Misbehave("chat.postMessage", trouble.Answer);
            var id = await office.WriteAsync(rule, isIntroduction: false, "U" + Guid.NewGuid().ToString("N"));
            await office.SendAsync();
            var row = await office.RowAsync(id);
            if (trouble.Seconds is { } seconds) Assert.True((row.NextAttemptAt - row.CreatedAt).TotalSeconds is var wait && wait > seconds - 1 && wait < seconds + 10, $"{name}: waits {row.NextAttemptAt - row.CreatedAt}");
            await office.SendLaterAsync();
            try
            {
                check(trouble, row, office.Messages.Count);
            }
            catch (Xunit.Sdk.XunitException wrong)
            {
                Assert.Fail($"{name}: {wrong.Message}");
            }
        }
    }

    private static Func<HttpContext, Action, Task> Says(string body, int status = 200, string? rest = null) => (context, _) =>
    {
        context.Response.StatusCode = status;
        if (rest is not null) context.Response.Headers.RetryAfter = rest;
        return context.Response.WriteAsync(body);
    };

    private static Task Abandon(HttpContext context, Action effect)
    {
        effect();
        return Says("<html>Gateway Time-out</html>", 504)(context, effect);
    }

    private static Task Abort(HttpContext context, Action? effect = null)
    {
        effect?.Invoke();
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task Stall(HttpContext context, Action? effect = null)
    {
        effect?.Invoke();
        return Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}
