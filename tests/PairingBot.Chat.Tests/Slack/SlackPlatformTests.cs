using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;

namespace PairingBot.Chat.Tests.Slack;

public sealed class SlackPlatformTests : IAsyncLifetime
{
    private static readonly InstallationKey Acme = new("slack", "T1");
    private static readonly ChatMessage Hello = ChatMessage.Of("hello", ChatText.Plain("Hello"));
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_opened_with_comma_text()
    {
        bot.Slack.Answer("conversations.open", """{"ok":true,"no_op":true,"already_open":true,"channel":{"id":"G1"}}""");

        Assert.Equal(new Delivered("G1"), await bot.Platform.OpenConversationAsync(Acme, ["U1", "U2"], default));

        Assert.Equal("""{"users":"U1,U2"}""", bot.Slack.Only.Body);
        Assert.Equal(("Bearer " + BotHost.Token, "application/json; charset=utf-8"), (bot.Slack.Only.Authorization, bot.Slack.Only.ContentType));
    }

    [Fact]
    public async Task A_message_is_posted_without_unfurling_its_links()
    {
        Assert.Equal(new Delivered("1790000000.000100"), await bot.Platform.PostAsync(Acme, "G1", Hello, default));

        var json = bot.Slack.Only.Json;
        Assert.Equal(("G1", "Hello"), (json.GetProperty("channel").GetString(), json.GetProperty("text").GetString()));
        Assert.False(json.GetProperty("unfurl_links").GetBoolean());
        Assert.False(json.GetProperty("unfurl_media").GetBoolean());
    }

    [Fact]
    public async Task An_update_sends_text_and_blocks_together()
    {
        await bot.Platform.UpdateAsync(Acme, "G1", "1.2", Hello, default);

        var json = bot.Slack.Only.Json;
        Assert.Equal(["channel", "ts", "text", "blocks"], json.EnumerateObject().Select(part => part.Name));
        Assert.Equal(JsonValueKind.String, json.GetProperty("ts").ValueKind);
    }

    [Fact]
    public async Task A_home_is_published_for_one_person()
    {
        await bot.Platform.PublishHomeAsync(Acme, "U1", new ChatHome([]), default);

        Assert.Equal("""{"user_id":"U1","view":{"type":"home","blocks":[{"type":"divider"}]}}""", bot.Slack.Only.Body);
    }

    [Fact]
    public async Task The_workspace_is_who_the_token_says()
    {
        var workspace = await bot.Platform.IdentifyAsync(null, default);

        Assert.Equal(new DirectoryWorkspace(Acme, "Acme", "UBOT"), workspace.Value);
        Assert.Null(workspace.Failure);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_said()
    {
        bot.Slack.Answer("auth.test", """{"ok":false,"error":"invalid_auth"}""");

        Assert.Equal(new DirectoryResult<DirectoryWorkspace>(null, new Gone(GoneScope.Credentials, "invalid_auth")), await bot.Platform.IdentifyAsync(null, default));
    }

    [Fact]
    public async Task People_come_by_pages_as_the_directory_knows_them()
    {
        bot.Slack.Answer("users.list", """
            {"ok":true,"members":[null,{"id":null},
              {"id":"U1","team_id":"T1","name":"ann","real_name":"Ann Lee","tz":"Europe/Berlin","locale":"de-DE","is_admin":true,"profile":{"display_name":"ann","title":"CTO","fields":{}}},
              {"id":"U2","team_id":"T1","name":"bob","real_name":null,"profile":{"display_name":"","fields":null}},
              {"id":"U3","team_id":"T1","is_bot":true},{"id":"USLACKBOT","team_id":"T1","is_bot":false},{"id":"U4","is_workflow_bot":true},{"id":"U5","is_connector_bot":true},
              {"id":"U6","team_id":"T1","deleted":true},{"id":"U7","team_id":"T1","is_restricted":true},{"id":"U8","team_id":"T1","is_ultra_restricted":true},
              {"id":"U9","team_id":"T9"},{"id":"U10","is_stranger":true},{"id":"U11","team_id":"T2","is_primary_owner":true,"enterprise_user":{"enterprise_id":"E1","teams":["T1","T2"]}},
              {"id":"U12","team_id":"T2","enterprise_user":{"enterprise_id":"E1","teams":["T2"]}}],
             "cache_ts":1790000000,"response_metadata":{"next_cursor":"dXNlcjo="}}
            """);

        var page = (await bot.Platform.ListPeopleAsync(Acme, "before=", default)).Value!;

        Assert.Equal("dXNlcjo=", page.Next);
        Assert.Equal(new DirectoryPerson("U1", "Ann Lee", "CTO", "Europe/Berlin", "de-DE", true, false, DirectoryStanding.Member), page.People[0]);
        Assert.Equal(
            "U1 Ann Lee Member, U2 bob Member, U3 U3 Bot, USLACKBOT USLACKBOT Bot, U4 U4 Bot, U5 U5 Bot, U6 U6 Deactivated, U7 U7 Guest, U8 U8 Guest, U9 U9 Stranger, U10 U10 Stranger, U11 U11 Member, U12 U12 Stranger",
            string.Join(", ", page.People.Select(person => $"{person.ExternalId} {person.Name} {person.Standing}")));
        Assert.Equal(("application/x-www-form-urlencoded", "limit=200&include_locale=true&team_id=T1&cursor=before%3D"), (bot.Slack.Only.ContentType, bot.Slack.Only.Body));
    }

    /// <summary>Of 50,000 people one may be told in a shape of next year: the others are read all the same.</summary>
    [Fact]
    public async Task Somebody_who_cannot_be_read_keeps_nobody_else_from_being_read()
    {
        bot.Slack.Answer("users.list", """
            {"ok":true,"members":[7,"U0",[],{"id":"U1","is_bot":"no"},{"id":"U2","profile":[]},{"id":"U3","tz":5},{"id":"U4","enterprise_user":[]},{"id":7},{"id":"U5","real_name":"Ann \u0000Lee"},{"id":"U6","real_name":"\ud83d"},{"id":"U7"}],
             "response_metadata":{"next_cursor":""}}
            """);

        var page = (await bot.Platform.ListPeopleAsync(Acme, null, default)).Value!;

        Assert.Equal("U5 Ann Lee, U7 U7", string.Join(", ", page.People.Select(person => $"{person.ExternalId} {person.Name}")));
    }

    [Theory]
    [InlineData("""{"ok":true,"members":[],"response_metadata":{"next_cursor":""}}""")]
    [InlineData("""{"ok":true}""")]
    public async Task An_empty_page_may_be_the_last(string body)
    {
        bot.Slack.Answer("users.list", body);

        var page = (await bot.Platform.ListPeopleAsync(new("slack", "E1"), null, default)).Value!;

        Assert.Empty(page.People);
        Assert.Null(page.Next);
        Assert.DoesNotContain("team_id", bot.Slack.Only.Body, StringComparison.Ordinal);
    }
}
