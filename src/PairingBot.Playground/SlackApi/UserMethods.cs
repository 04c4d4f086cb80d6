using System.Text.Json.Nodes;
using PairingBot.Playground.Company;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

internal sealed class UserMethods(SlackWorkspace workspace, PlaygroundClock clock)
{
    public IEnumerable<ApiMethod> All =>
    [
        ApiMethod.Reads("users.list", List),
        ApiMethod.Reads("users.info", Info),
        ApiMethod.Reads("users.lookupByEmail", LookUp),
        ApiMethod.Reads("users.profile.get", Profile),
    ];

    /// <summary>Everybody, as at Slack: with those who left, guests, bots and Slackbot.</summary>
    private ApiAnswer List(ApiCall call) =>
        Paging.Page(call, "members", [.. workspace.People.Select(person => Shape(person, call))], usual: 1000);

    private ApiAnswer Info(ApiCall call) => workspace.FindPerson(call.Text("user")) is { } person
        ? ApiAnswer.Ok(new JsonObject { ["user"] = Shape(person, call) })
        : ApiAnswer.No("user_not_found");

    /// <summary>Those who left are not found by address, although they are still listed.</summary>
    private ApiAnswer LookUp(ApiCall call)
    {
        var email = call.Text("email");
        var person = workspace.People.FirstOrDefault(known => known.CanSignIn && $"{known.Name}@fernhill.example" == email);
        return person is null ? ApiAnswer.No("users_not_found") : ApiAnswer.Ok(new JsonObject { ["user"] = Shape(person, call) });
    }

    private ApiAnswer Profile(ApiCall call) => workspace.FindPerson(call.Text("user") ?? workspace.Bot.UserId) is { } person
        ? ApiAnswer.Ok(new JsonObject { ["profile"] = SlackUser.Profile(person, workspace.Team.Id) })
        : ApiAnswer.No("user_not_found");

    private JsonObject Shape(Person person, ApiCall call) =>
        SlackUser.Of(person, workspace.Team.Id, clock.GetUtcNow(), call.Flag("include_locale"));
}
