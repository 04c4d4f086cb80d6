using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

internal sealed class ConversationMethods(SlackWorkspace workspace)
{
    private const int MostInGroup = 8;

    public IEnumerable<ApiMethod> All =>
    [
        ApiMethod.Writes("conversations.open", Open),
        ApiMethod.Reads("conversations.info", Info),
        ApiMethod.Reads("conversations.members", Members),
        ApiMethod.Reads("conversations.list", List),
    ];

    private ApiAnswer Open(ApiCall call)
    {
        if (call.Text("channel") is { } channel) return Resume(call, channel);
        // Comma text only: an array is no text, and Slack then says that there is no such person.
        if (!call.IsText("users")) return ApiAnswer.No("user_not_found");
        var ids = (call.Text("users") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (ids.Count == 0) return ApiAnswer.No("users_list_not_supplied");
        if (ids.Count > MostInGroup) return ApiAnswer.No("too_many_users");
        if (ids.Select(CannotOpen).FirstOrDefault(error => error is not null) is { } error) return ApiAnswer.No(error);
        var (conversation, created) = workspace.Open(ids);
        return Opened(call, conversation, created);
    }

    private ApiAnswer Resume(ApiCall call, string channel) =>
        workspace.Find(channel) is { Kind: not ConversationKind.Channel } known && known.Members.Contains(workspace.Bot.UserId)
            ? Opened(call, known, created: false)
            : ApiAnswer.No("channel_not_found");

    private string? CannotOpen(string id) => workspace.FindPerson(id) switch
    {
        null => "user_not_found",
        { Deleted: true } => "user_disabled",
        { IsHuman: false } => "cannot_dm_bot",
        _ => null,
    };

    private ApiAnswer Opened(ApiCall call, Conversation conversation, bool created)
    {
        var fields = new JsonObject();
        if (!created)
        {
            fields["no_op"] = true;
            fields["already_open"] = true;
        }
        fields["channel"] = call.Flag("return_im") ? conversation.ToJson(workspace.Bot.UserId) : new JsonObject { ["id"] = conversation.Id };
        return ApiAnswer.Ok(fields);
    }

    private ApiAnswer Info(ApiCall call) => Visible(call.Text("channel")) is { } conversation
        ? ApiAnswer.Ok(new JsonObject { ["channel"] = conversation.ToJson(workspace.Bot.UserId, call.Flag("include_num_members")) })
        : ApiAnswer.No("channel_not_found");

    private ApiAnswer Members(ApiCall call) => Visible(call.Text("channel")) is { } conversation
        ? Paging.Page(call, "members", [.. conversation.Members.Select(id => (JsonNode)id)], usual: 100)
        : ApiAnswer.No("channel_not_found");

    private ApiAnswer List(ApiCall call)
    {
        var kinds = (call.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        var listed = workspace.Conversations
            .Where(conversation => kinds.Contains(KindName(conversation)) && Visible(conversation.Id) is not null)
            .Select(conversation => (JsonNode)conversation.ToJson(workspace.Bot.UserId, withCount: true));
        return Paging.Page(call, "channels", [.. listed], usual: 100);
    }

    private static string KindName(Conversation conversation) => conversation.Kind switch
    {
        ConversationKind.Direct => "im",
        ConversationKind.Group => "mpim",
        _ => "public_channel",
    };

    /// <summary>A bot sees public channels and the conversations it is in; all others do not exist for it.</summary>
    private Conversation? Visible(string? id) =>
        workspace.Find(id) is { } found && (found.Kind == ConversationKind.Channel || found.Members.Contains(workspace.Bot.UserId)) ? found : null;
}
