namespace PairingBot.Playground.BlockKit;

/// <summary>Rich text: known parts in the known nesting.</summary>
internal static class RichTextCheck
{
    public static void Check(Piece block)
    {
        block.Only("elements", "block_id").Need("elements");
        foreach (var part in block.Objects("elements", 1, 1_000)) Part(part);
    }

    private static void Part(Piece part)
    {
        part.Need("elements");
        var children = part.Objects("elements", 0, 1_000);
        switch (part.Type)
        {
            case "rich_text_list":
                part.Need("style").OneOf("style", "bullet", "ordered");
                foreach (var item in children) Part(item);
                break;
            case "rich_text_section" or "rich_text_quote" or "rich_text_preformatted":
                foreach (var run in children) Run(run);
                break;
            default:
                part.Say($"unsupported type: {part.Type}", "type");
                break;
        }
    }

    private static void Run(Piece run)
    {
        switch (run.Type)
        {
            case "text": run.Need("text").String("text", 3_000); break;
            case "link": run.Need("url").String("url", 3_000); break;
            case "emoji": run.Need("name"); break;
            case "user": run.Need("user_id"); break;
            case "channel": run.Need("channel_id"); break;
            case "date": run.Need("timestamp").Need("format"); break;
            case "usergroup" or "broadcast" or "color": break;
            default: run.Say($"unsupported type: {run.Type}", "type"); break;
        }
    }
}
