namespace PairingBot.Playground.BlockKit;

/// <summary>The rules for each kind of block.</summary>
internal static class BlockCheck
{
    public static void Check(Piece block, Surface surface)
    {
        block.String("block_id", 255);
        switch (block.Type)
        {
            case "section": Section(block); break;
            case "header": block.Only("text", "block_id").Need("text").PlainText("text", 150); break;
            case "divider": block.Only("block_id"); break;
            case "context": Context(block); break;
            case "actions": Actions(block); break;
            case "input": Input(block); break;
            case "image": Image(block); break;
            case "rich_text": RichTextCheck.Check(block); break;
            case "markdown" when surface == Surface.Message: block.Only("text", "block_id").Need("text").String("text", 12_000); break;
            case "": block.Say("missing required field: type"); break;
            default: block.Say($"unsupported type: {block.Type}", "type"); break;
        }
    }

    private static void Section(Piece block)
    {
        block.Only("text", "block_id", "fields", "accessory", "expand").Text("text", 3_000).Flag("expand");
        if (!block.Has("text") && !block.Has("fields")) block.Say("missing required field: text or fields");
        foreach (var field in block.Objects("fields", 1, 10)) field.CheckText(2_000, plainOnly: false);
        if (block.Object("accessory") is not { } accessory) return;
        if (accessory.Type == "image") ImageElement(accessory);
        else ElementCheck.Check(accessory, Place.Section);
    }

    private static void Context(Piece block)
    {
        block.Only("elements", "block_id").Need("elements");
        foreach (var element in block.Objects("elements", 1, 10))
        {
            if (element.Type == "image") ImageElement(element);
            else element.CheckText(3_000, plainOnly: false);
        }
    }

    private static void Actions(Piece block)
    {
        block.Only("elements", "block_id").Need("elements");
        foreach (var element in block.Objects("elements", 1, 25)) ElementCheck.Check(element, Place.Actions);
    }

    private static void Input(Piece block)
    {
        block.Only("label", "element", "dispatch_action", "block_id", "hint", "optional")
            .Need("label").Need("element").PlainText("label", 2_000).PlainText("hint", 2_000)
            .Flag("optional").Flag("dispatch_action");
        if (block.Object("element") is { } element) ElementCheck.Check(element, Place.Input);
    }

    private static void Image(Piece block)
    {
        block.Only("image_url", "slack_file", "alt_text", "title", "block_id").PlainText("title", 2_000);
        ImageSource(block);
    }

    private static void ImageElement(Piece element)
    {
        element.Only("image_url", "slack_file", "alt_text");
        ImageSource(element);
    }

    private static void ImageSource(Piece image)
    {
        image.Need("alt_text").String("alt_text", 2_000).String("image_url", 3_000);
        if (!image.Has("image_url") && !image.Has("slack_file")) image.Say("missing required field: image_url");
    }
}
