using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Tests.Connector;

[Collection(InTown.Name)]
public sealed class TeamsPlatformTests(TownProcess town) : IAsyncLifetime
{
    private readonly TeamsSide bot = TeamsSide.In(town);

    public Task InitializeAsync() => town.ClearAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Somebody_who_never_wrote_is_found_by_their_directory_id_and_asked_for_once()
    {
        var ann = await town.PersonAsync();

        var conversation = await bot.OpenAsync(ann);

        Assert.Equal(conversation, await bot.OpenAsync(ann));
        Assert.Single(await town.CallsAsync("open"));
        Assert.IsType<Delivered>(await bot.PostAsync(conversation));
        Assert.Equal("Hello", Assert.Single(await town.SeenByAsync(ann)).GetProperty("body").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task A_change_of_a_message_is_seen_in_its_place()
    {
        var ann = await town.PersonAsync();
        var conversation = await bot.OpenAsync(ann);
        var posted = Assert.IsType<Delivered>(await bot.PostAsync(conversation));

        await bot.Platform.UpdateAsync(TeamsSide.Home, conversation, posted.Id, ChatMessage.Of("bye", ChatText.Plain("Goodbye")), default);

        Assert.Equal("Goodbye", Assert.Single(await town.SeenByAsync(ann)).GetProperty("body").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Somebody_who_moves_to_another_region_in_mid_round_is_still_reached()
    {
        var ann = await town.PersonAsync(region: "emea");
        await bot.References.KeepAsync(TeamsSide.Home, new ChatReference(await bot.OpenAsync(ann), town.Address + "/emea/", ann), default);
        var conversation = await bot.OpenAsync(ann);
        Assert.IsType<Delivered>(await bot.PostAsync(conversation));
        await town.PostAsync($"people/{ann}/move", new { region = "fr" });

        Assert.IsType<Delivered>(await bot.PostAsync(conversation));
        Assert.Equal(2, (await town.SeenByAsync(ann)).Length);

        await bot.References.KeepAsync(TeamsSide.Home, new ChatReference(conversation, town.Address + "/fr/", ann), default); // they write, and the new address is known
        await town.ClearAsync();
        Assert.IsType<Delivered>(await bot.PostAsync(conversation));
        Assert.StartsWith("/fr/", Assert.Single(await town.CallsAsync("post")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_region_than_all_before_is_reached_and_told_from_one_without_the_bot()
    {
        await bot.References.KeepAsync(TeamsSide.Home, new ChatReference("a:other", town.Address + "/emea/", "other"), default);

        await bot.OpenAsync(await town.PersonAsync(region: "amer"));
        Assert.Equal("Gone Person not-installed", TeamsSide.Said(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [await town.PersonAsync(installed: false)], default)));
    }

    [Fact]
    public async Task The_channels_of_a_team_are_told_by_name_and_a_message_begins_a_thread_in_one()
    {
        var ann = await town.PersonAsync();
        var team = (await town.PostAsync("teams", new { topic = "Learning", people = new[] { ann } })).GetProperty("id").GetString()!;
        await town.PostAsync("teams/channels", new { team, person = ann, name = "Pairs" });

        var listed = (await bot.Platform.ListChannelsAsync(TeamsSide.Home, team, default)).Value!;
        Assert.Equal("Learning", listed.Group);
        Assert.Equal(["General", "Pairs"], listed.Channels.Select(channel => channel.Name));

        var channel = listed.Channels[1].ExternalId;
        await town.ClearAsync();
        var posted = Assert.IsType<Delivered>(await bot.PostAsync(channel));
        Assert.EndsWith("/v3/conversations", Assert.Single(await town.CallsAsync("open")), StringComparison.Ordinal);
        Assert.IsType<Delivered>(await bot.Platform.UpdateAsync(TeamsSide.Home, channel, posted.Id, ChatMessage.Of("bye", ChatText.Plain("Goodbye")), default));
        Assert.Equal("Goodbye", Assert.Single(await town.SeenByAsync(ann)).GetProperty("body").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Out_of_the_team_the_channel_is_lost_and_nobody_is()
    {
        var ann = await town.PersonAsync();
        var team = (await town.PostAsync("teams", new { topic = "Learning", people = new[] { ann } })).GetProperty("id").GetString()!;
        await town.PostAsync("teams/uninstall", new { team, person = ann });

        Assert.Equal("Gone Place not-in-group", TeamsSide.Said(await bot.PostAsync(team)));
        Assert.Equal("Gone Place not-in-group", TeamsSide.Said((await bot.Platform.ListChannelsAsync(TeamsSide.Home, team, default)).Failure!));
        Assert.Equal("Gone Place not-in-group", TeamsSide.Said(await bot.PostAsync("19:nowhere@thread.tacv2")));
    }

    [Fact]
    public async Task Ids_with_letters_that_mean_something_in_an_address_are_escaped()
    {
        var odd = (await town.PostAsync("people", new { name = "Odd", id = $"29:1{Guid.NewGuid():N}/b+c=?d#e@f", upn = $"{Guid.NewGuid():N}@town.example", installed = true })).GetProperty("aadId").GetString()!;
        Assert.IsType<Delivered>(await bot.PostAsync(await bot.OpenAsync(odd)));
        Assert.Single(await town.SeenByAsync(odd));

        var channel = (await town.PostAsync("teams", new { topic = "Learning", people = new[] { odd } })).GetProperty("id").GetString()!;
        Assert.IsType<Delivered>(await bot.PostAsync(channel + ";messageid=1"));
    }

    [Fact]
    public async Task A_message_that_would_be_too_big_is_shortened_and_arrives()
    {
        var conversation = await bot.OpenAsync(await town.PersonAsync());

        var result = await bot.Platform.PostAsync(TeamsSide.Home, conversation, ChatMessage.Of("long", ChatText.Plain(new string('x', 60_000))), default);

        Assert.Equal("Delivered", TeamsSide.Said(result));
    }

    [Fact]
    public async Task Where_the_government_cloud_serves_a_tenant_it_is_asked()
    {
        var ann = await town.PersonAsync();
        var other = "localhost:" + new Uri(town.Address).Port;
        await using var government = new TeamsSide(town, null, ("Teams:AllowedServiceUrlHosts:1", other));
        await town.PostAsync("faults", new { on = "open", status = 403, body = """{"error":{"code":"InvalidBotApiHost"}}""" });

        await government.OpenAsync(ann);

        Assert.Equal($"http://{other}/teams/", Assert.Single(government.References.Kept).ServiceAddress);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_forgotten_and_opened_anew()
    {
        var ann = await town.PersonAsync();
        var conversation = await bot.OpenAsync(ann);
        await town.PostAsync("conversations/forget", new { conversation });

        Assert.Equal("Gone Place ConversationNotFound", TeamsSide.Said(await bot.PostAsync(conversation)));

        Assert.Empty(bot.References.Kept);
        Assert.IsType<Delivered>(await bot.PostAsync(await bot.OpenAsync(ann)));
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_not_written_to_and_nobody_else_suffers()
    {
        var (ann, ben) = (await town.PersonAsync(), await town.PersonAsync("Ben Ray"));
        var (hers, his) = (await bot.OpenAsync(ann), await bot.OpenAsync(ben));
        await town.PostAsync($"people/{ann}/block", new { });

        Assert.Equal("Gone Person blocked", TeamsSide.Said(await bot.PostAsync(hers)));
        Assert.IsType<Delivered>(await bot.PostAsync(his));
    }

    [Fact]
    public async Task Who_does_not_have_the_bot_is_given_it_where_the_company_lets_us()
    {
        var ann = await town.PersonAsync(installed: false);
        Assert.Equal("Gone Person not-installed", TeamsSide.Said(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [ann], default)));
        bot.Company.OnAdd = new Delivered("installed");

        Assert.Equal("RetryAfter 30", TeamsSide.Said(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [ann], default)));
        Assert.Equal("RetryAfter 30", TeamsSide.Said(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [ann], default)));
        Assert.Equal(1, bot.Company.Added);

        await town.PostAsync("bot", new { address = (string?)null });
        await town.PostAsync($"people/{ann}/install", new { });
        await bot.OpenAsync(ann);
    }

    [Fact]
    public async Task Who_does_not_get_the_bot_in_five_minutes_is_told_of_as_not_reached()
    {
        var clock = new SetTime();
        await using var patient = new TeamsSide(town, clock) { Company = { OnAdd = new Delivered("installed") } };
        var ann = await town.PersonAsync(installed: false);
        await patient.Platform.OpenConversationAsync(TeamsSide.Home, [ann], default);

        clock.Move(TimeSpan.FromMinutes(5));

        Assert.Equal("Gone Person not-installed", TeamsSide.Said(await patient.Platform.OpenConversationAsync(TeamsSide.Home, [ann], default)));
    }

    [Theory]
    [InlineData(GoneScope.Permission)]
    [InlineData(GoneScope.Person)]
    public async Task Where_a_policy_or_a_missing_consent_stands_in_the_way_the_person_is_not_reached(GoneScope scope)
    {
        bot.Company.OnAdd = new Gone(scope, "no");

        Assert.Equal("Gone Person not-installed", TeamsSide.Said(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [await town.PersonAsync(installed: false)], default)));
    }

    [Fact]
    public async Task Without_the_companys_consent_each_gets_a_link_to_the_other_with_a_line_written()
    {
        var (ann, ben) = (await town.PersonAsync(), await town.PersonAsync("Ben Ray"));

        var apart = Assert.IsType<Apart>(await bot.Platform.OpenConversationAsync(TeamsSide.Home, [ann, ben], default));
        var links = await apart.FindLinks(default);

        Assert.Null(apart.Missing);
        Assert.Equal($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(await town.TextAsync(ben, "upn"))}&message=Hello.%20PairingBot%20introduced%20us%20this%20week.%20When%20would%20a%20short%20conversation%20suit%20you%3F", links[ann].AbsoluteUri);
        Assert.Contains(Uri.EscapeDataString(await town.TextAsync(ann, "upn")), links[ben].AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trio_gets_links_to_both_others_and_none_where_one_is_not_known()
    {
        string[] trio = [await town.PersonAsync(), await town.PersonAsync("Ben Ray"), await town.PersonAsync("Cleo Fox", installed: false)];

        var apart = Assert.IsType<Apart>(await bot.Platform.OpenConversationAsync(TeamsSide.Home, trio, default));
        var links = await apart.FindLinks(default);

        Assert.Equal([trio[2]], links.Keys);
        Assert.Contains(",", Uri.UnescapeDataString(links[trio[2]].Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_consent_a_chat_is_made_once_and_what_is_missing_is_named()
    {
        string[] pair = [await town.PersonAsync(), await town.PersonAsync("Ben Ray")];
        bot.Company.OnCreate = new Delivered("19:made@thread.v2");
        Assert.Equal(new Delivered("19:made@thread.v2"), await bot.Platform.OpenConversationAsync(TeamsSide.Home, pair, default));

        bot.Company.OnCreate = new Gone(GoneScope.Permission, "Chat.Create");
        Assert.Equal("Chat.Create", Assert.IsType<Apart>(await bot.Platform.OpenConversationAsync(TeamsSide.Home, pair, default)).Missing);

        bot.Company.OnCreate = new Uncertain("time-out");
        Assert.Null(Assert.IsType<Apart>(await bot.Platform.OpenConversationAsync(TeamsSide.Home, pair, default)).Missing);
        Assert.Equal(3, bot.Company.Created);
    }

    [Fact]
    public async Task A_press_is_answered_in_place_of_its_card_or_as_a_message()
    {
        var ann = await town.PersonAsync();
        var conversation = await bot.OpenAsync(ann);
        var card = Assert.IsType<Delivered>(await bot.PostAsync(conversation)).Id;
        var handle = new PressHandle(town.Address + "/amer/", conversation, card, await town.TextAsync(ann, "id"), true);

        await bot.Platform.AnswerPressAsync(handle.ToString(), TeamsSide.Hello, replace: true, default);
        Assert.Equal(1, Assert.Single(await town.SeenByAsync(ann)).GetProperty("edits").GetInt32());

        await bot.Platform.AnswerPressAsync(handle.ToString(), TeamsSide.Hello, replace: false, default);
        Assert.Equal(2, (await town.SeenByAsync(ann)).Length);
    }

    [Fact]
    public async Task In_a_chat_of_several_an_answer_is_for_the_presser_alone()
    {
        var (ann, ben) = (await town.PersonAsync(), await town.PersonAsync("Ben Ray"));
        var handle = await GroupHandleAsync(ann, ben);

        Assert.IsType<Delivered>(await bot.Platform.AnswerPressAsync(handle, TeamsSide.Hello, replace: false, default));

        Assert.Single(await town.SeenByAsync(ann));
        Assert.Empty(await town.SeenByAsync(ben));
    }

    [Fact]
    public async Task Where_a_message_for_one_is_refused_the_answer_goes_to_their_own_conversation()
    {
        var (ann, ben) = (await town.PersonAsync(), await town.PersonAsync("Ben Ray"));
        var handle = await GroupHandleAsync(ann, ben);
        await town.PostAsync("faults", new { on = "post-targeted", status = 400, body = """{"error":{"code":"BadRequest"}}""" });

        Assert.IsType<Delivered>(await bot.Platform.AnswerPressAsync(handle, TeamsSide.Hello, replace: false, default));

        Assert.StartsWith("a:", Assert.Single(await town.SeenByAsync(ann)).GetProperty("conversation").GetString(), StringComparison.Ordinal);
        Assert.Empty(await town.SeenByAsync(ben));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("https://hooks.example/1")]
    public async Task A_handle_that_is_none_of_ours_is_left(string handle) =>
        Assert.Equal("Gone Message handle-unreadable", TeamsSide.Said(await bot.Platform.AnswerPressAsync(handle, TeamsSide.Hello, false, default)));

    [Fact]
    public async Task We_are_the_configured_tenants_bot_when_our_secret_holds()
    {
        var known = (await bot.Platform.IdentifyAsync(null, default)).Value!;
        Assert.Equal((TeamsSide.Home, "28:" + TeamsSide.AppId), (known.Key, known.BotExternalId));

        await using var wrong = new TeamsSide(town, null, ("Teams:ClientSecret", "of-yesterday"));
        Assert.Equal("Gone Credentials AADSTS7000215", TeamsSide.Said((await wrong.Platform.IdentifyAsync(null, default)).Failure!));
    }

    [Fact]
    public async Task People_are_listed_by_the_company_or_not_at_all()
    {
        Assert.Equal(new DirectoryPage([], null).Next, (await bot.Platform.ListPeopleAsync(TeamsSide.Home, null, default)).Value!.Next);
        Assert.Empty((await bot.Platform.ListPeopleAsync(TeamsSide.Home, null, default)).Value!.People);
        bot.Company.OnAdd = new Delivered("");

        Assert.Single((await bot.Platform.ListPeopleAsync(TeamsSide.Home, null, default)).Value!.People);
    }

    private async Task<string> GroupHandleAsync(string ann, string ben)
    {
        var chat = (await town.PostAsync("chats", new { topic = "Two", people = new[] { ann, ben } })).GetProperty("id").GetString()!;
        return new PressHandle(town.Address + "/amer/", chat, null, await town.TextAsync(ann, "id"), false).ToString();
    }
}

/// <summary>The wall's time, and a good deal later when a test says so.</summary>
internal sealed class SetTime : TimeProvider
{
    private TimeSpan ahead;

    public void Move(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
