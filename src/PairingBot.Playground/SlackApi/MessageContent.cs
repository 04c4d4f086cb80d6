using System.Text.Json.Nodes;
using PairingBot.Playground.BlockKit;

namespace PairingBot.Playground.SlackApi;

/// <summary>Text and blocks of a message to be, checked.</summary>
internal sealed record MessageContent(string Text, JsonArray? Blocks)
{
    private const int CutAt = 40_000;

    public static (MessageContent? Content, ApiAnswer? No) Read(ApiCall call)
    {
        var (node, broken) = call.Nested("blocks");
        if (broken || (node is not null and not JsonArray)) return (null, ApiAnswer.No("invalid_blocks_format"));
        return Check(call.Text("text"), node as JsonArray);
    }

    public static (MessageContent? Content, ApiAnswer? No) Check(string? text, JsonArray? blocks)
    {
        if (blocks is { Count: > 0 })
        {
            var problems = new BlockProblems();
            Layout.CheckMessage(blocks, problems);
            if (problems.Any) return (null, ApiAnswer.No("invalid_blocks", problems.Messages));
        }
        if (string.IsNullOrWhiteSpace(text) && blocks is not { Count: > 0 }) return (null, ApiAnswer.No("no_text"));
        text ??= "";
        return (new MessageContent(text.Length > CutAt ? text[..CutAt] : text, blocks is { Count: > 0 } ? BlockEcho.Of(blocks) : null), null);
    }
}
