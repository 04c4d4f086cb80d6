using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Tests.Door;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>
/// An activity in the shape in which Teams sends it, with what it must come to: "tenant person place intent" ("?" marks a stranger), or "nothing". The shapes follow Microsoft's documentation; ids and
/// texts are ours.
/// </summary>
internal sealed record Capture(string Name, string Expected, int Status, JsonObject Payload)
{
    public static IReadOnlyList<Capture> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Folders.Tests, "Captures"), "*.json").Order(StringComparer.Ordinal)
           let json = JsonNode.Parse(File.ReadAllText(file))!
           select new Capture(Path.GetFileNameWithoutExtension(file), (string)json["expect"]!, (int)json["status"]!, json["payload"]!.AsObject()),
    ];

    public static TheoryData<string> Names => [.. All.Select(capture => capture.Name)];

    public static Capture Of(string name) => All.Single(capture => capture.Name == name);

    /// <summary>As it comes from a connector at this address.</summary>
    public JsonObject At(string serviceAddress) => Payload.DeepClone().AsObject().With("serviceUrl", serviceAddress);

    /// <summary>What has reached the inbox since it was last emptied.</summary>
    public static string Effect(DoorHost door)
    {
        string[] effects = [.. door.Inbox.Requests.Select(Describe), .. door.Inbox.Events.Values.Select(stored => ActivityReader.Read(stored.Body)).OfType<ChatRequest>().Select(Describe)];
        door.Forget();
        return effects.Length == 0 ? "nothing" : string.Join(" and ", effects);
    }

    private static string Describe(ChatRequest request) =>
        $"{request.Installation.ExternalId} {request.Sender.ExternalId}{(request.Sender.IsStranger ? "?" : "")} {request.Place} {Describe(request.Intent)}".TrimEnd();

    private static string Describe(Intent intent) => intent switch
    {
        DirectMessage message => $"DirectMessage {message.Words}",
        PersonReached reached => $"PersonReached {reached.Person}",
        PersonLost lost => $"PersonLost {lost.Person} {lost.Reason}",
        SayMet met => $"SayMet {met.Pairing}",
        SayNotMet notMet => $"SayNotMet {notMet.Pairing}",
        OpenReflection open => $"OpenReflection {open.Pairing}",
        ChannelGroupEntered entered => $"ChannelGroupEntered {entered.Group}",
        ChannelGroupLeft left => $"ChannelGroupLeft {left.Group}",
        PeopleJoinedGroup joined => $"PeopleJoinedGroup {joined.Group} {string.Join(',', joined.People)}",
        PeopleLeftGroup left => $"PeopleLeftGroup {left.Group} {string.Join(',', left.People)}",
        _ => intent.GetType().Name,
    };
}
