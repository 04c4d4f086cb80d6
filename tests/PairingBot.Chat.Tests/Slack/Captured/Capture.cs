using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Slack.Captured;

/// <summary>
/// A request in the shape in which real Slack sends it, with what it must come to: "workspace person place intent" ("?" marks a stranger), or
/// "nothing". The shapes follow what Slack's own libraries keep as captures; ids and texts are ours.
/// </summary>
internal sealed record Capture(string Kind, string Name, string Expected, JsonObject Payload)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Captures");

    public static IReadOnlyList<Capture> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
           let json = JsonNode.Parse(File.ReadAllText(file))!
           select new Capture(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file), (string)json["expect"]!, json["payload"]!.AsObject()),
    ];

    public static TheoryData<string> Names => [.. All.Select(capture => $"{capture.Kind}/{capture.Name}")];

    public static Capture Of(string name) => All.Single(capture => $"{capture.Kind}/{capture.Name}" == name);

    /// <summary>The type of the envelope in which it comes over a socket.</summary>
    public string EnvelopeType => Kind switch { "commands" => "slash_commands", "interactions" => "interactive", _ => "events_api" };

    /// <summary>As Slack sends it over HTTP.</summary>
    public static Task<Received> SendAsync(BotHost bot, string kind, JsonNode payload) => kind switch
    {
        "commands" => bot.SendAsync("/slack/commands", string.Join('&', payload.AsObject().Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value?.ToString() ?? "")}"))),
        "interactions" => bot.InteractAsync(payload.ToJsonString()),
        _ => bot.EventAsync(payload.ToJsonString()),
    };

    /// <summary>What has reached the inbox since it was last emptied.</summary>
    public static string Effect(BotHost bot)
    {
        string[] effects = [.. bot.Inbox.Requests.Select(Describe), .. bot.Inbox.Events.Values.Select(stored => bot.Platform.Read(stored.Body)).OfType<ChatRequest>().Select(Describe)];
        bot.Inbox.Forget();
        return effects.Length == 0 ? "nothing" : string.Join(" and ", effects);
    }

    private static string Describe(ChatRequest request) =>
        $"{request.Installation.ExternalId} {request.Sender.ExternalId}{(request.Sender.IsStranger ? "?" : "")} {request.Place} {Describe(request.Intent)}";

    private static string Describe(Intent intent) => intent switch
    {
        SaveSettings save => $"SaveSettings {Describe(save.Answers)}".TrimEnd(),
        SaveProgram save => $"SaveProgram {Describe(save.Answers)}",
        SaveReflection save => $"SaveReflection {save.Pairing} {Describe(save.Answers)}",
        PersonChanged changed => $"PersonChanged {changed.Person.ExternalId} {changed.Person.Standing}",
        JoinProgram { IsInvited: false } => nameof(JoinProgram),
        AppRemoved removed => removed.TokensOnly ? "AppRemoved, tokens only" : "AppRemoved",
        ChannelJoined joined => $"ChannelJoined {joined.Channel} {joined.Person}",
        ChannelLeft left => $"ChannelLeft {left.Channel} {left.Person}",
        ChannelMoved moved => $"ChannelMoved {moved.From} {moved.To}",
        ChannelClosed closed => $"ChannelClosed {closed.Channel}",
        _ => intent.ToString().Replace(" { }", "", StringComparison.Ordinal),
    };

    private static string Describe(FormAnswers answers) => string.Join(' ', answers.Values.Select(field => $"{field.Key}=[{string.Join(',', field.Value)}]"));
}
