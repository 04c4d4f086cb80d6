using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Slack;

public sealed class PressTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_press_on_a_message_can_be_answered_later()
    {
        Assert.Equal(new Received(200, null, ""), await OnMessage("met", "42"));

        var request = Assert.Single(bot.Inbox.Requests);
        Assert.Equal(new ChatRequest(new("slack", "T1"), new("U1"), new SayMet("42"), ChatPlace.Message, Hook), request);
    }

    [Fact]
    public async Task The_second_of_two_like_buttons_is_the_same_action()
    {
        await OnMessage("met~2", "43");

        Assert.Equal(new SayMet("43"), Assert.Single(bot.Inbox.Requests).Intent);
    }

    [Fact]
    public async Task Words_for_a_press_in_the_home_open_a_notice()
    {
        bot.Inbox.AnswerWith(Reply.Say("why", ChatText.Plain("Because.")));

        await InView("home", "why");

        Assert.Equal((ChatPlace.Home, null), (bot.Inbox.Requests.Single().Place, bot.Inbox.Requests.Single().ReplyHandle));
        Assert.Equal("views.open", bot.Slack.Only.Name);
        Assert.Equal("notice", bot.Slack.Only.Json.GetProperty("view").GetProperty("callback_id").GetString());
    }

    [Fact]
    public async Task Words_for_a_press_in_a_form_lie_on_top_of_it()
    {
        bot.Inbox.AnswerWith(Reply.Say("run", ChatText.Plain("It runs.")));

        await InView("modal", "run-now");

        Assert.Equal(ChatPlace.Form, bot.Inbox.Requests.Single().Place);
        Assert.Equal("views.push", bot.Slack.Only.Name);
    }

    [Fact]
    public async Task Words_for_a_press_on_a_message_go_to_its_reply_address()
    {
        bot.Inbox.AnswerWith(Reply.Say("met", ChatText.Plain("Good.")));

        await OnMessage("met", "42");

        var json = bot.Slack.Only.Json;
        Assert.Equal(("reply", null), (bot.Slack.Only.Name, bot.Slack.Only.Authorization));
        Assert.Equal("ephemeral", json.GetProperty("response_type").GetString());
        Assert.False(json.GetProperty("replace_original").GetBoolean());
    }

    [Fact]
    public async Task A_message_can_be_replaced_by_the_press()
    {
        bot.Inbox.AnswerWith(new Replace(ChatMessage.Of("met", ChatText.Plain("Noted."))));

        await OnMessage("met", "42");

        Assert.True(bot.Slack.Only.Json.GetProperty("replace_original").GetBoolean());
    }

    [Fact]
    public async Task A_form_that_did_not_open_is_said_beside_the_message()
    {
        bot.Slack.Answer("views.open", """{"ok":false,"error":"expired_trigger_id"}""");
        bot.Inbox.AnswerWith(new OpenForm(new ChatForm("reflection", "Reflection", "Save", [new TextField("a", "A")], "42")));

        await OnMessage("reflect", "42");

        Assert.Equal(["views.open", "reply"], bot.Slack.Calls.Select(call => call.Name));
    }

    [Theory]
    [InlineData("home", "views.open")]
    [InlineData("modal", "views.push")]
    public async Task A_form_that_did_not_open_from_the_home_or_a_form_is_explained_in_a_direct_message(string view, string method)
    {
        bot.Slack.Answer(method, """{"ok":false,"error":"expired_trigger_id"}""");
        bot.Inbox.AnswerWith(new OpenForm(new ChatForm("settings", "Your settings", "Save", [new TextField("a", "A")])));

        await InView(view, "settings");

        var written = bot.Slack.Calls.Last();
        Assert.Equal(("chat.postMessage", "U1"), (written.Name, written.Json.GetProperty("channel").GetString()));
        Assert.Contains("Please try again", written.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_whose_trigger_died_are_written_to_the_person()
    {
        bot.Slack.Answer("views.open", """{"ok":false,"error":"expired_trigger_id"}""");
        bot.Inbox.AnswerWith(Reply.Say("why", ChatText.Plain("Because.")));

        await InView("home", "why");

        Assert.Equal(["views.open", "chat.postMessage"], bot.Slack.Calls.Select(call => call.Name));
        Assert.Contains("Because.", bot.Slack.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_button_is_explained()
    {
        await OnMessage("brew", "");

        Assert.Empty(bot.Inbox.Requests);
        Assert.Equal("reply", bot.Slack.Only.Name);
        Assert.Contains("older version", bot.Slack.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_is_said_where_the_button_is()
    {
        bot.Inbox.Answer = (_, _) => throw new InvalidOperationException("broken");

        Assert.Equal(200, (await OnMessage("met", "42")).Status);
        Assert.Contains("Something went wrong", bot.Slack.Only.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T1", "null", "false", false)]
    [InlineData("T9", "null", "false", true)]
    [InlineData("E1", """{"id":"E1","name":"Org"}""", "false", false)]
    [InlineData("T9", """{"id":"E1"}""", "\"true\"", false)]
    public async Task Somebody_of_another_organization_is_a_stranger(string personTeam, string enterprise, string orgWide, bool isStranger)
    {
        await bot.InteractAsync($$"""
            {"type":"block_actions","team":{"id":"T1","domain":"acme"},"enterprise":{{enterprise}},"is_enterprise_install":{{orgWide}},
             "user":{"id":"U1","team_id":"{{personTeam}}"},"actions":[{"type":"button","action_id":"join","value":null}]}
            """);

        Assert.Equal(isStranger, Assert.Single(bot.Inbox.Requests).Sender.IsStranger);
    }

    private string Hook => bot.Slack.Address + "/hooks/reply";

    private Task<Received> OnMessage(string action, string value) => bot.InteractAsync($$$"""
        {"type":"block_actions","user":{"id":"U1","username":"ann","name":"ann","team_id":"T1"},"api_app_id":"A1","token":"t","trigger_id":"1.2.abc",
         "container":{"type":"message","message_ts":"1.2","channel_id":"C1","is_ephemeral":false},"team":{"id":"T1","domain":"acme"},"enterprise":null,
         "is_enterprise_install":false,"channel":{"id":"C1","name":"mpdm"},"message":{"type":"message","ts":"1.2","blocks":[{"type":"new"}]},
         "state":{"values":{}},"response_url":"{{{Hook}}}","function_data":{"x":1},
         "actions":[{"action_id":"{{{action}}}","block_id":"choices-1-0","text":{"type":"plain_text","text":"x","emoji":true},"value":"{{{value}}}","type":"button","action_ts":"1.2"}]}
        """);

    private Task<Received> InView(string type, string action) => bot.InteractAsync($$$"""
        {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"trigger_id":"1.2.abc","container":{"type":"view","view_id":"V1"},
         "view":{"id":"V1","type":"{{{type}}}","callback_id":"","private_metadata":"","state":{"values":{}},"previous_view_id":null,"title":null},
         "actions":[{"action_id":"{{{action}}}","block_id":"b","type":"button","value":null}]}
        """);
}
