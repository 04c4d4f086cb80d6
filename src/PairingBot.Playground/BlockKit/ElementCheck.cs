namespace PairingBot.Playground.BlockKit;

internal enum Place { Section, Actions, Input }

/// <summary>The rules for elements that people press, choose from or type into, and for where each may stand.</summary>
internal static class ElementCheck
{
    public static void Check(Piece element, Place place)
    {
        if (!IsAllowed(element.Type, place))
        {
            element.Say(element.Type == "" ? "missing required field: type" : $"unsupported type: {element.Type}", element.Type == "" ? null : "type");
            return;
        }
        element.String("action_id", 255);
        ConfirmCheck.Check(element);
        switch (element.Type)
        {
            case "button": Button(element); break;
            case "overflow" or "radio_buttons" or "checkboxes": ChoiceCheck.Check(element); break;
            case "datepicker" or "timepicker" or "datetimepicker": PickerCheck.Check(element); break;
            case "plain_text_input" or "email_text_input" or "url_text_input" or "number_input": TypedCheck.Check(element); break;
            default: SelectCheck.Check(element); break;
        }
    }

    private static bool IsAllowed(string type, Place place) => type switch
    {
        "button" or "overflow" => place != Place.Input,
        "radio_buttons" or "checkboxes" or "datepicker" or "timepicker" => true,
        "datetimepicker" => place != Place.Section,
        "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => place == Place.Input,
        "static_select" or "users_select" or "conversations_select" or "channels_select" or "external_select" => true,
        "multi_static_select" or "multi_users_select" or "multi_conversations_select" or "multi_channels_select" or "multi_external_select"
            => place != Place.Actions,
        _ => false,
    };

    private static void Button(Piece element) =>
        element.Only("text", "action_id", "url", "value", "style", "confirm", "accessibility_label")
            .Need("text").PlainText("text", 75).String("url", 3_000).String("value", 2_000, min: 0)
            .OneOf("style", "primary", "danger").String("accessibility_label", 75);
}
