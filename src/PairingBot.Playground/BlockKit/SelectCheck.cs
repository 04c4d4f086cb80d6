namespace PairingBot.Playground.BlockKit;

/// <summary>Menus: of given options, of people, of channels and of conversations.</summary>
internal static class SelectCheck
{
    private static readonly string[] Common = ["action_id", "placeholder", "confirm", "focus_on_load"];

    public static void Check(Piece element)
    {
        var isMulti = element.Type.StartsWith("multi_", StringComparison.Ordinal);
        element.PlainText("placeholder", 150).Flag("focus_on_load");
        element.Only([.. Common, .. Own(isMulti ? element.Type[6..] : element.Type, isMulti)]);
        if (isMulti) element.Number("max_selected_items", 1, 100);
        if (element.Type.EndsWith("static_select", StringComparison.Ordinal)) Static(element);
    }

    private static string[] Own(string kind, bool isMulti)
    {
        var own = kind switch
        {
            "static_select" => new[] { "options", "option_groups", isMulti ? "initial_options" : "initial_option" },
            "external_select" => ["min_query_length", isMulti ? "initial_options" : "initial_option"],
            "users_select" => [isMulti ? "initial_users" : "initial_user"],
            "channels_select" => [isMulti ? "initial_channels" : "initial_channel", "response_url_enabled"],
            _ => [isMulti ? "initial_conversations" : "initial_conversation", "default_to_current_conversation", "filter", "response_url_enabled"],
        };
        return isMulti ? [.. own, "max_selected_items"] : own;
    }

    private static void Static(Piece element)
    {
        if (element.Has("options") == element.Has("option_groups"))
        {
            element.Say("needs either options or option_groups");
            return;
        }
        var options = element.Objects("options", 1, 100);
        foreach (var group in element.Objects("option_groups", 1, 100))
        {
            group.Only("label", "options").Need("label").Need("options").PlainText("label", 75);
            options.AddRange(group.Objects("options", 1, 100));
        }
        foreach (var option in options) OptionCheck.Check(option, plainOnly: true);
        OptionCheck.CheckUniqueValues(options);
        OptionCheck.CheckInitial(element, options);
    }
}
