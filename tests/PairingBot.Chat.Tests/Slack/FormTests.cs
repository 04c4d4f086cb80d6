using System.Text.Json;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Slack;

public sealed class FormTests : IAsyncLifetime
{
    private const string Filled = """
        {"goal":{"goal":{"type":"plain_text_input","value":" lead <well> "}},"note":{"note":{"type":"plain_text_input","value":null}},
         "level":{"level":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"Senior","emoji":true},"value":"senior"}}},
         "none":{"none":{"type":"static_select","selected_option":null}},
         "seek":{"seek":{"type":"checkboxes","selected_options":[{"value":"mentor"},null,{"value":"peer"}]}},"cleared":{"cleared":{"type":"checkboxes","selected_options":[]}},
         "never":{"never":{"type":"multi_users_select","selected_users":["U2","U3"]}},"channel":{"channel":{"type":"conversations_select","selected_conversation":"C1"}},
         "from":{"from":{"type":"timepicker","selected_time":"09:30"}},"day":{"day":{"type":"datepicker","selected_date":"2026-12-24"}},
         "odd":{"odd":{"type":"number_input","value":7}},"gone":null,"empty":{"empty":null}}
        """;

    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_field_comes_back_as_text()
    {
        Assert.Equal(new Received(200, null, ""), await SendAsync("reflection", Filled));

        var intent = Assert.IsType<SaveReflection>(Assert.Single(bot.Inbox.Requests).Intent);
        Assert.Equal("42", intent.Pairing);
        Assert.Equal(
            "goal=[ lead <well> ] note=[] level=[senior] none=[] seek=[mentor,peer] cleared=[] never=[U2,U3] channel=[C1] from=[09:30] day=[2026-12-24] odd=[] gone=[] empty=[]",
            string.Join(' ', intent.Answers.Values.Select(field => $"{field.Key}=[{string.Join(',', field.Value)}]")));
    }

    [Fact]
    public async Task Faults_are_shown_at_their_fields()
    {
        bot.Inbox.AnswerWith(new RefuseForm(new Dictionary<string, string> { ["note"] = "Say more.", ["elsewhere"] = "Not now." }));

        var json = await JsonAsync("settings", Filled);

        Assert.Equal("errors", json.GetProperty("response_action").GetString());
        Assert.Equal("""{"note":"Say more.","goal":"Not now."}""", json.GetProperty("errors").GetRawText());
    }

    [Fact]
    public async Task Words_take_the_place_of_the_form()
    {
        bot.Inbox.AnswerWith(Reply.Say("saved", ChatText.Plain("Saved.")));

        var json = await JsonAsync("settings", Filled);

        Assert.Equal("update", json.GetProperty("response_action").GetString());
        Assert.Equal("modal", json.GetProperty("view").GetProperty("type").GetString());
        Assert.False(json.GetProperty("view").TryGetProperty("submit", out _));
    }

    [Fact]
    public async Task No_words_close_the_form()
    {
        bot.Inbox.AnswerWith(Reply.Say("saved", ChatText.Empty));

        Assert.Equal(new Received(200, null, ""), await SendAsync("settings", Filled));
    }

    [Fact]
    public async Task One_form_can_lead_to_another()
    {
        bot.Inbox.AnswerWith(new OpenForm(new ChatForm("program", "Program", "Save", [new TextField("name", "Name", Required: true)])));

        var view = (await JsonAsync("settings", Filled)).GetProperty("view");

        Assert.Equal("program", view.GetProperty("callback_id").GetString());
    }

    [Fact]
    public async Task A_fault_of_ours_leaves_the_form_open_with_what_was_typed()
    {
        bot.Inbox.Answer = (_, _) => throw new InvalidOperationException("broken");

        var json = await JsonAsync("settings", Filled);

        Assert.Equal("errors", json.GetProperty("response_action").GetString());
        Assert.Contains("Something went wrong", json.GetProperty("errors").GetProperty("goal").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_form_is_explained()
    {
        Assert.Contains("older version", (await SendAsync("brewing", Filled)).Body, StringComparison.Ordinal);
        Assert.Empty(bot.Inbox.Requests);
    }

    [Fact]
    public async Task A_form_without_a_state_is_a_form_without_answers()
    {
        await bot.InteractAsync("""{"type":"view_submission","team":null,"enterprise":{"id":"E1"},"user":{"id":"U1","team_id":"T1"},"view":{"callback_id":"settings","state":null,"hash":null}}""");

        var request = Assert.Single(bot.Inbox.Requests);
        Assert.Equal((new InstallationKey("slack", "E1") { Organization = "E1" }, false), (request.Installation, request.Sender.IsStranger));
        Assert.Empty(Assert.IsType<SaveSettings>(request.Intent).Answers.Values);
    }

    private async Task<JsonElement> JsonAsync(string form, string values)
    {
        var answer = await SendAsync(form, values);
        Assert.Equal("application/json", answer.ContentType);
        return JsonDocument.Parse(answer.Body).RootElement;
    }

    private Task<Received> SendAsync(string form, string values) => bot.InteractAsync($$"""
        {"type":"view_submission","team":{"id":"T1","domain":"acme"},"user":{"id":"U1","username":"ann","name":"ann","team_id":"T1"},"api_app_id":"A1","trigger_id":"1.2.abc",
         "view":{"id":"V1","team_id":"T1","type":"modal","blocks":[],"private_metadata":"42","callback_id":"{{form}}","state":{"values":{{values}}},
         "hash":"1596530361.3wRYuk3R","clear_on_close":false,"notify_on_close":false,"previous_view_id":null,"root_view_id":"V1","app_installed_team_id":"T1","bot_id":"B1"},
         "response_urls":[],"is_enterprise_install":false,"enterprise":null}
        """);
}
