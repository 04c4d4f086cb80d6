namespace PairingBot.Playground.BlockKit;

/// <summary>The question "are you sure?" that an element may put first.</summary>
internal static class ConfirmCheck
{
    public static void Check(Piece element) => element.Object("confirm")?
        .Only("title", "text", "confirm", "deny", "style")
        .Need("title").Need("text").Need("confirm").Need("deny")
        .PlainText("title", 100).Text("text", 300).PlainText("confirm", 30).PlainText("deny", 30)
        .OneOf("style", "primary", "danger");
}
