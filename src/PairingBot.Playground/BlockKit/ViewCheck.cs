using System.Text;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.BlockKit;

/// <summary>The rules for modals and Home tabs as a whole.</summary>
internal static class ViewCheck
{
    public const int MostBytes = 250_000;

    public static BlockProblems Check(JsonObject view, bool home)
    {
        var problems = new BlockProblems();
        var piece = new Piece(view, "/view", problems);
        piece.Need("type").OneOf("type", home ? "home" : "modal").Need("blocks")
            .String("private_metadata", 3_000, min: 0).String("callback_id", 255, min: 0).String("external_id", 255, min: 0);
        if (home) piece.Only("blocks", "private_metadata", "callback_id", "external_id");
        else Modal(piece);
        Layout.Check(piece, home ? Surface.Home : Surface.Modal);
        return problems;
    }

    public static bool IsTooLarge(JsonObject view) => Encoding.UTF8.GetByteCount(view.ToJsonString()) > MostBytes;

    private static void Modal(Piece view)
    {
        view.Only("title", "blocks", "close", "submit", "private_metadata", "callback_id", "clear_on_close", "notify_on_close", "external_id", "submit_disabled")
            .Need("title").PlainText("title", 24).PlainText("submit", 24).PlainText("close", 24)
            .Flag("clear_on_close").Flag("notify_on_close");
        var asks = view.Each("blocks").Any(block => block.Type == "input");
        if (asks && !view.Has("submit")) view.Say("missing required field: submit (a view with input blocks needs it)");
    }
}
