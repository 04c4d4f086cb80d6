using System.Text.Json.Nodes;

namespace PairingBot.Playground.SlackApi;

/// <summary>An answer of the Web API. Slack says no with HTTP 200 and <c>ok: false</c>.</summary>
internal sealed record ApiAnswer(JsonObject Body)
{
    public bool IsOk => Body["ok"]!.GetValue<bool>();

    public string? Error => Body["error"]?.GetValue<string>();

    public static ApiAnswer Ok(JsonObject? fields = null)
    {
        var body = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields ?? []) body[name] = value?.DeepClone();
        return new ApiAnswer(body);
    }

    public static ApiAnswer No(string error, params IReadOnlyCollection<string> messages)
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = error };
        if (messages.Count > 0) body["response_metadata"] = Messages(messages);
        return new ApiAnswer(body);
    }

    /// <summary>Slack's hint that a JSON body came without its charset; the call works all the same.</summary>
    public ApiAnswer Warn(string warning)
    {
        Body["warning"] = warning;
        var metadata = Body["response_metadata"] as JsonObject ?? [];
        metadata["warnings"] = new JsonArray(warning);
        Body["response_metadata"] = metadata.Parent is null ? metadata : metadata.DeepClone();
        return this;
    }

    private static JsonObject Messages(IEnumerable<string> messages) =>
        new() { ["messages"] = new JsonArray([.. messages.Select(message => JsonValue.Create(message))]) };
}
