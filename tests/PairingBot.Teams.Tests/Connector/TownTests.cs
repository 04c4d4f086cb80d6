using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Teams.Tests.Connector;

/// <summary>The stand-in itself: what it sends is what Teams sends, for everything else in these tests rests on it.</summary>
[Collection(InTown.Name)]
public sealed class TownTests(TownProcess town) : IAsyncLifetime
{
    private const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"Input.Text","id":"goal","value":"as it was"},{"type":"Input.Text","id":"hint"},{"type":"Input.Toggle","id":"often","title":"Often"},
          {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"We met","verb":"met","data":{"press":"met","argument":"7"}}]}],
         "actions":[
          {"type":"Action.Submit","title":"Plain","data":{"press":"plain"}},
          {"type":"Action.Submit","title":"Open","data":{"press":"settings","msteams":{"type":"task/fetch"}}}]}
        """;

    private readonly TeamsSide side = new(town);
    private ListeningBot bot = null!;

    public async Task InitializeAsync()
    {
        await town.ClearAsync();
        bot = await ListeningBot.StartAsync();
        await town.PostAsync("bot", new { address = bot.Address });
    }

    public async Task DisposeAsync()
    {
        await town.PostAsync("bot", new { address = (string?)null });
        await bot.DisposeAsync();
        await side.DisposeAsync();
    }

    [Fact]
    public async Task An_activity_is_signed_by_a_published_key_and_names_its_service_address()
    {
        var ann = await town.PersonAsync(region: "emea");

        await town.PostAsync($"people/{ann}/say", new { text = "join" });

        var (token, activity) = Assert.Single(bot.Heard);
        var claims = await ClaimsAsync(token);
        Assert.Equal(town.Address + "/emea/", activity.GetProperty("serviceUrl").GetString());
        Assert.Equal(activity.GetProperty("serviceUrl").GetString(), claims.GetProperty("serviceurl").GetString());
        Assert.Equal((TeamsSide.AppId, "https://api.botframework.com"), (claims.GetProperty("aud").GetString(), claims.GetProperty("iss").GetString()));
        Assert.Equal(ann, activity.GetProperty("from").GetProperty("aadObjectId").GetString());
    }

    [Fact]
    public async Task After_a_rotation_another_key_signs()
    {
        var ann = await town.PersonAsync();
        await town.PostAsync($"people/{ann}/say", new { text = "one" });
        await town.PostAsync("keys/rotate", new { forgetOld = true });
        await town.PostAsync($"people/{ann}/say", new { text = "two" });

        Assert.NotEqual(KeyOf(bot.Heard[0].Token), KeyOf(bot.Heard[1].Token));
        await ClaimsAsync(bot.Heard[1].Token);
    }

    [Fact]
    public async Task A_plain_button_is_a_message_with_its_data_and_what_stands_in_the_inputs()
    {
        var ann = await WithCardAsync();

        await town.PostAsync($"people/{ann}/press", new { button = "Plain", inputs = new { hint = "typed" } });

        var activity = Assert.Single(bot.Heard).Activity;
        Assert.Equal("message", activity.GetProperty("type").GetString());
        Assert.Equal("""{"press":"plain","goal":"as it was","often":"false","hint":"typed"}""", activity.GetProperty("value").GetRawText());
        Assert.Equal((await town.SeenByAsync(ann))[0].GetProperty("id").GetString(), activity.GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task A_button_that_opens_a_dialog_is_an_invoke_and_the_dialog_can_be_sent()
    {
        var ann = await WithCardAsync();
        bot.Answer = """{"task":{"type":"continue","value":{"title":"T","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"role","isRequired":true}],"actions":[{"type":"Action.Submit","title":"Save","data":{"form":"settings"}}]}}}}}""";
        await town.PostAsync($"people/{ann}/press", new { button = "Open" });
        Assert.Equal("task/fetch", bot.Heard[0].Activity.GetProperty("name").GetString());
        Assert.Equal("settings", bot.Heard[0].Activity.GetProperty("value").GetProperty("data").GetProperty("press").GetString());

        Assert.Equal(400, (await town.PostAsync($"people/{ann}/submit", new { button = "Save" })).GetProperty("status").GetInt32());
        bot.Answer = "";
        await town.PostAsync($"people/{ann}/submit", new { button = "Save", inputs = new { role = "Engineer" } });

        Assert.Equal("task/submit", bot.Heard[1].Activity.GetProperty("name").GetString());
        Assert.Equal("""{"form":"settings","role":"Engineer"}""", bot.Heard[1].Activity.GetProperty("value").GetProperty("data").GetRawText());
        Assert.Equal(JsonValueKind.Null, (await town.GetAsync("people/" + ann)).GetProperty("dialog").ValueKind);
    }

    [Fact]
    public async Task A_dialog_of_a_command_is_sent_under_that_command()
    {
        var ann = await town.PersonAsync();
        bot.Answer = """{"task":{"type":"continue","value":{"card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","actions":[{"type":"Action.Submit","title":"Save","data":{}}]}}}}}""";

        await town.PostAsync($"people/{ann}/command", new { command = "settings" });
        await town.PostAsync($"people/{ann}/submit", new { });

        Assert.Equal(["composeExtension/fetchTask", "composeExtension/submitAction"], bot.Heard.Select(each => each.Activity.GetProperty("name").GetString()!));
        Assert.All(bot.Heard, each => Assert.Equal("settings", each.Activity.GetProperty("value").GetProperty("commandId").GetString()));
    }

    [Fact]
    public async Task A_card_that_answers_a_press_stands_there_for_the_presser_alone()
    {
        var ann = await WithCardAsync();
        bot.Answer = """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"Noted"}]}}""";

        await town.PostAsync($"people/{ann}/press", new { button = "We met" });

        var value = Assert.Single(bot.Heard).Activity.GetProperty("value");
        Assert.Equal(("met", "manual"), (value.GetProperty("action").GetProperty("verb").GetString(), value.GetProperty("trigger").GetString()));
        var seen = Assert.Single(await town.SeenByAsync(ann));
        Assert.Contains("Noted", seen.GetProperty("card").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Noted", seen.GetProperty("body").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(404, (await town.PostAsync($"people/{ann}/press", new { button = "We met" })).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Who_adds_the_bot_and_takes_it_away_is_told_of_in_both_ways()
    {
        var ann = await town.PersonAsync(installed: false);

        await town.PostAsync($"people/{ann}/install", new { });
        await town.PostAsync($"people/{ann}/uninstall", new { });

        Assert.Equal(["installationUpdate", "conversationUpdate", "installationUpdate", "conversationUpdate"], bot.Heard.Select(each => each.Activity.GetProperty("type").GetString()!));
        Assert.Equal(["add", "remove"], bot.Heard.Where(each => each.Activity.TryGetProperty("action", out _)).Select(each => each.Activity.GetProperty("action").GetString()!));
    }

    [Fact]
    public async Task In_a_chat_the_bot_is_named_and_a_slash_command_is_for_it_alone()
    {
        var ann = await town.PersonAsync();
        var chat = (await town.PostAsync("chats", new { people = new[] { ann } })).GetProperty("id").GetString();

        await town.PostAsync($"people/{ann}/say", new { text = "join", conversation = chat });
        await town.PostAsync($"people/{ann}/say", new { text = "/coffee join", conversation = chat, targeted = true });

        Assert.StartsWith("<at>", bot.Heard[0].Activity.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(bot.Heard[1].Activity.GetProperty("recipient").GetProperty("isTargeted").GetBoolean());
    }

    [Fact]
    public async Task What_the_simulator_sends_goes_on_signed_and_the_bots_answer_comes_back()
    {
        bot.Answer = """{"task":{"type":"message","value":"Done."}}""";
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(town.Address + "/town/sign/api/messages", new { type = "invoke", name = "task/submit", serviceUrl = "http://127.0.0.1:56150/_connector", channelId = "msteams" });

        Assert.Equal(bot.Answer, await response.Content.ReadAsStringAsync());
        var (token, activity) = Assert.Single(bot.Heard);
        Assert.Equal("http://127.0.0.1:56150/_connector", (await ClaimsAsync(token)).GetProperty("serviceurl").GetString());
        Assert.Equal("task/submit", activity.GetProperty("name").GetString());
    }

    /// <summary>Somebody before whom the card lies.</summary>
    private async Task<string> WithCardAsync()
    {
        var ann = await town.PersonAsync();
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = JsonNode.Parse(Card) }),
        };
        var posted = await side.Get<Teams.Connector.ConnectorClient>().PostAsync(town.Address + "/amer/", await side.OpenAsync(ann), activity, default);
        Assert.IsType<Domain.Chat.Delivered>(posted);
        return ann;
    }

    /// <summary>The claims, once the signature holds by what is published.</summary>
    private async Task<JsonElement> ClaimsAsync(string token)
    {
        using var http = new HttpClient();
        var metadata = await http.GetFromJsonAsync<JsonElement>(town.Address + "/login/v1/.well-known/openidconfiguration");
        var keys = await http.GetFromJsonAsync<JsonElement>(metadata.GetProperty("jwks_uri").GetString());
        var key = keys.GetProperty("keys").EnumerateArray().Single(each => each.GetProperty("kid").GetString() == KeyOf(token));
        var parts = token.Split('.');
        using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(key.GetProperty("n").GetString()!), Exponent = Bytes(key.GetProperty("e").GetString()!) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Bytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return JsonSerializer.Deserialize<JsonElement>(Bytes(parts[1]));
    }

    private static string KeyOf(string token) => JsonSerializer.Deserialize<JsonElement>(Bytes(token.Split('.')[0])).GetProperty("kid").GetString()!;

    private static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
