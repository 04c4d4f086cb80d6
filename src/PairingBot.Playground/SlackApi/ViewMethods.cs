using System.Text.Json.Nodes;
using PairingBot.Playground.BlockKit;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

internal sealed class ViewMethods(SlackWorkspace workspace, Triggers triggers)
{
    public IEnumerable<ApiMethod> All =>
    [
        ApiMethod.Writes("views.open", call => Show(call, workspace.Views.Open)),
        ApiMethod.Writes("views.push", Push),
        ApiMethod.Writes("views.update", Update),
        ApiMethod.Writes("views.publish", Publish),
    ];

    private ApiAnswer Push(ApiCall call) => Show(call, (person, view) =>
        workspace.Views.Of(person).Count < ViewStacks.Deepest ? workspace.Views.Push(person, view) : null);

    private ApiAnswer Show(ApiCall call, Func<string, JsonObject, OpenView?> show)
    {
        var (view, no) = Read(call, home: false);
        if (view is null) return no!;
        if (workspace.Views.FindExternal(view["external_id"]?.ToString()) is not null) return ApiAnswer.No("duplicate_external_id");
        var (person, error) = triggers.Redeem(call.Text("trigger_id"));
        if (person is null) return ApiAnswer.No(error!);
        return show(person, view) is { } shown ? Shown(shown) : ApiAnswer.No("push_limit_reached");
    }

    private ApiAnswer Update(ApiCall call)
    {
        var (view, no) = Read(call, home: false);
        if (view is null) return no!;
        var shown = workspace.Views.Find(call.Text("view_id")) ?? workspace.Views.FindExternal(call.Text("external_id"));
        if (shown is null) return ApiAnswer.No("not_found");
        if (call.Text("hash") is { } hash && hash != shown.Hash) return ApiAnswer.No("hash_conflict");
        workspace.Views.Replace(shown, view);
        return Shown(shown);
    }

    private ApiAnswer Publish(ApiCall call)
    {
        if (workspace.FindPerson(call.Text("user_id")) is not { CanSignIn: true } person) return ApiAnswer.No("user_not_found");
        var (view, no) = Read(call, home: true);
        if (view is null) return no!;
        var known = workspace.Views.Homes.GetValueOrDefault(person.Id);
        if (call.Text("hash") is { } hash && known is not null && hash != known.Hash) return ApiAnswer.No("hash_conflict");
        return Shown(workspace.Views.Publish(person.Id, view));
    }

    private ApiAnswer Shown(OpenView view) => ApiAnswer.Ok(new JsonObject { ["view"] = ViewJson.Of(view, workspace) });

    private static (JsonObject? View, ApiAnswer? No) Read(ApiCall call, bool home)
    {
        var (node, broken) = call.Nested("view");
        if (broken || node is not JsonObject view) return (null, ApiAnswer.No("invalid_arguments", "[ERROR] missing required field: view [json-pointer:/view]"));
        if (ViewCheck.IsTooLarge(view)) return (null, ApiAnswer.No("view_too_large"));
        var problems = ViewCheck.Check(view, home);
        return problems.Any ? (null, ApiAnswer.No("invalid_arguments", problems.Messages)) : (BlockEcho.OfView(view), null);
    }
}
