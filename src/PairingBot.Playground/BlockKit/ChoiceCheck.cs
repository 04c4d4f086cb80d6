namespace PairingBot.Playground.BlockKit;

/// <summary>Radio buttons, checkboxes and the overflow menu: short lists that are all in view.</summary>
internal static class ChoiceCheck
{
    public static void Check(Piece element)
    {
        var isOverflow = element.Type == "overflow";
        switch (element.Type)
        {
            case "overflow": element.Only("action_id", "options", "confirm"); break;
            case "radio_buttons": element.Only("action_id", "options", "initial_option", "confirm", "focus_on_load"); break;
            default: element.Only("action_id", "options", "initial_options", "confirm", "focus_on_load"); break;
        }
        var options = element.Need("options").Objects("options", 1, isOverflow ? 5 : 10);
        foreach (var option in options) OptionCheck.Check(option, plainOnly: isOverflow, mayLink: isOverflow);
        OptionCheck.CheckUniqueValues(options);
        OptionCheck.CheckInitial(element, options);
    }
}
