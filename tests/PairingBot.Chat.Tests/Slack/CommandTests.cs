using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Intake;

namespace PairingBot.Chat.Tests.Slack;

public sealed class CommandTests : IAsyncLifetime
{
    private static readonly ChatForm Form = new("settings", "Settings", "Save", [new TextField("goal", "Goal")]);
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_command_is_an_intent_of_its_typist()
    {
        await bot.CommandAsync("goal run R&amp;D &lt;3 with <@U2|bob> in <#C1|general>", "&is_enterprise_install=false&new_field=1&enterprise_id=");

        var request = Assert.Single(bot.Inbox.Requests);
        Assert.Equal(new ChatRequest(new("slack", "T1"), new("U1"), new SetGoal("run R&D <3 with @bob in #general"), ChatPlace.Command), request);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData(" Preview ")]
    public async Task A_preview_can_be_asked_for(string typed)
    {
        await bot.CommandAsync(typed);

        Assert.Equal(new PreviewRound(), Assert.Single(bot.Inbox.Requests).Intent);
    }

    [Fact]
    public async Task An_organization_stands_in_for_a_missing_workspace()
    {
        await bot.SendAsync("/slack/commands", "enterprise_id=E1&user_id=U1&is_enterprise_install=true&text=");

        Assert.Equal(new InstallationKey("slack", "E1") { Organization = "E1" }, Assert.Single(bot.Inbox.Requests).Installation);
    }

    [Fact]
    public async Task Words_come_back_for_the_typist_alone()
    {
        bot.Inbox.AnswerWith(Reply.Say("joined", ChatText.Of($"Welcome, {new Mention("U1", "Ann")} & all")));

        var answer = await bot.CommandAsync("join");

        Assert.Equal("application/json", answer.ContentType);
        var json = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal("ephemeral", json.GetProperty("response_type").GetString());
        Assert.Equal("Welcome, Ann &amp; all", json.GetProperty("text").GetString());
        Assert.Equal("Welcome, <@U1> &amp; all", json.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_form_opens_by_the_trigger()
    {
        bot.Inbox.AnswerWith(new OpenForm(Form));

        Assert.Equal(new Received(200, null, ""), await bot.CommandAsync("settings"));

        var call = bot.Slack.Only;
        Assert.Equal(("views.open", "Bearer " + BotHost.Token, "application/json; charset=utf-8"), (call.Name, call.Authorization, call.ContentType));
        Assert.Equal("1.2.abc", call.Json.GetProperty("trigger_id").GetString());
    }

    [Fact]
    public async Task A_form_that_did_not_open_is_said_in_plain_words()
    {
        bot.Inbox.AnswerWith(new OpenForm(Form));
        bot.Slack.Answer("views.open", """{"ok":false,"error":"expired_trigger_id"}""");

        Assert.Contains("Please try again", (await bot.CommandAsync("settings")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_is_said_in_plain_words()
    {
        bot.Inbox.Answer = (_, _) => throw new InvalidOperationException("secret detail");

        var answer = await bot.CommandAsync("join");

        Assert.Equal(200, answer.Status);
        Assert.Contains("Something went wrong on our side", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_would_wait_too_long_is_told_within_three_seconds()
    {
        await using var slow = await BotHost.StartAsync(new HurriedTime());
        slow.Inbox.Answer = async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return Reply.Nothing;
        };

        Assert.Contains("Something went wrong on our side", (await slow.CommandAsync("join")).Body, StringComparison.Ordinal);
        Assert.True(Asking.Patience < TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("ssl_check=1&token=x", 200)]
    [InlineData("", 400)]
    [InlineData("team_id=T1", 400)]
    [InlineData("%%%=%&&&=", 400)]
    public async Task What_is_no_command_reaches_nobody(string body, int status)
    {
        Assert.Equal(status, (await bot.SendAsync("/slack/commands", body)).Status);

        Assert.Empty(bot.Inbox.Requests);
    }
}
