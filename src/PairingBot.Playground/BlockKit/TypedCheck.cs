namespace PairingBot.Playground.BlockKit;

/// <summary>Inputs that people type into.</summary>
internal static class TypedCheck
{
    public static void Check(Piece element)
    {
        element.PlainText("placeholder", 150).Flag("focus_on_load");
        Dispatch(element);
        switch (element.Type)
        {
            case "plain_text_input": Text(element); break;
            case "number_input": Number(element); break;
            default:
                element.Only("action_id", "initial_value", "dispatch_action_config", "focus_on_load", "placeholder").String("initial_value", 3_000, min: 0);
                break;
        }
    }

    private static void Text(Piece element)
    {
        element.Only("action_id", "initial_value", "multiline", "min_length", "max_length", "dispatch_action_config", "focus_on_load", "placeholder")
            .Flag("multiline").Number("min_length", 0, 3_000).Number("max_length", 1, 3_000);
        var max = element.Json["max_length"]?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? element.Json["max_length"]!.GetValue<int>() : 3_000;
        element.String("initial_value", max, min: 0);
    }

    private static void Number(Piece element) =>
        element.Only("action_id", "is_decimal_allowed", "initial_value", "min_value", "max_value", "dispatch_action_config", "focus_on_load", "placeholder")
            .Need("is_decimal_allowed").Flag("is_decimal_allowed").String("initial_value", 150).String("min_value", 150).String("max_value", 150);

    private static void Dispatch(Piece element)
    {
        if (element.Object("dispatch_action_config") is not { } config) return;
        config.Only("trigger_actions_on");
        if (config.Json["trigger_actions_on"] is not System.Text.Json.Nodes.JsonArray whens) return;
        if (whens.Any(when => when?.ToString() is not ("on_enter_pressed" or "on_character_entered")))
            config.Say("must be one of: on_enter_pressed, on_character_entered", "trigger_actions_on");
    }
}
