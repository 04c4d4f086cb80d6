using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.BlockKit;

internal enum Surface { Message, Modal, Home }

/// <summary>Checks a whole list of blocks for the place where it is to be shown.</summary>
internal static class Layout
{
    private const int MostInMessage = 50;
    private const int MostInView = 100;
    private const int MostMarkdown = 12_000;

    public static void CheckMessage(JsonArray blocks, BlockProblems problems) =>
        Check(new Piece(new JsonObject { ["blocks"] = blocks.DeepClone() }, "", problems), Surface.Message);

    public static void Check(Piece holder, Surface surface)
    {
        var blocks = holder.Objects("blocks", surface == Surface.Message ? 0 : 1, surface == Surface.Message ? MostInMessage : MostInView);
        foreach (var block in blocks) BlockCheck.Check(block, surface);
        CheckUnique(blocks, "block_id");
        foreach (var block in blocks) CheckUnique(Elements(block), "action_id");
        CheckFocus(blocks);
        var markdown = blocks.Where(block => block.Type == "markdown").Sum(block => block.Value("text")?.Length ?? 0);
        if (markdown > MostMarkdown)
            holder.Say(string.Create(CultureInfo.InvariantCulture, $"markdown blocks must hold less than {MostMarkdown + 1} characters in sum"), "blocks");
    }

    private static void CheckUnique(IEnumerable<Piece> pieces, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in pieces)
        {
            if (piece.Value(field) is { } id && !seen.Add(id)) piece.Say($"`{field}` already exists: {id}", field);
        }
    }

    private static void CheckFocus(IEnumerable<Piece> blocks)
    {
        var focused = blocks.SelectMany(Elements).Where(element => element.Json["focus_on_load"]?.ToString() == "true").Skip(1);
        foreach (var element in focused) element.Say("only one element may have `focus_on_load`", "focus_on_load");
    }

    private static IEnumerable<Piece> Elements(Piece block) =>
        block.Each("elements").Append(block.Child("accessory")).Append(block.Child("element")).OfType<Piece>();
}
