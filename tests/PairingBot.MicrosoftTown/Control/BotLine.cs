using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PairingBot.MicrosoftTown.Login;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>The line to the bot: each activity goes signed, with the claims that Microsoft's connector puts in.</summary>
internal sealed class BotLine(Town town, SigningKeys keys, IHttpClientFactory http)
{
    /// <summary>Sends it, and says what the bot answered; status 0 when nobody is there.</summary>
    public async Task<Answer> SendAsync(JsonObject activity, CancellationToken cancel)
    {
        var answer = await CallAsync(activity, cancel);
        lock (town.Gate) town.Calls.Add(new Call("to-bot", "POST", town.Bot ?? "", activity.ToJsonString(), answer.Status, answer.Body?.ToJsonString()));
        return answer;
    }

    private async Task<Answer> CallAsync(JsonObject activity, CancellationToken cancel)
    {
        if (town.Bot is null) return Failed("Nobody has said where the bot is: POST /town/bot");
        using var request = new HttpRequestMessage(HttpMethod.Post, town.Bot);
        request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(activity));
        try
        {
            using var client = http.CreateClient();
            client.Timeout = TimeSpan.FromSeconds(15); // so long the real one waits
            using var response = await client.SendAsync(request, cancel);
            var text = await response.Content.ReadAsStringAsync(cancel);
            return new Answer((int)response.StatusCode, Read(text));
        }
        catch (HttpRequestException failure)
        {
            return Failed(failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed("No answer within 15 seconds");
        }
    }

    private string Token(JsonObject activity)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return keys.Sign(new JsonObject { ["serviceurl"] = activity["serviceUrl"]?.DeepClone(), ["nbf"] = now - 60, ["exp"] = now + 3600, ["iss"] = town.Issuer, ["aud"] = town.AppId });
    }

    private static Answer Failed(string why) => new(0, new JsonObject { ["failure"] = why });

    private static JsonNode? Read(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
