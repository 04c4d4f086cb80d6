using System.Globalization;

namespace PairingBot.Playground.BlockKit;

/// <summary>Pickers of a date, a time, or both.</summary>
internal static class PickerCheck
{
    public static void Check(Piece element)
    {
        element.PlainText("placeholder", 150).Flag("focus_on_load");
        switch (element.Type)
        {
            case "datepicker": Date(element); break;
            case "timepicker": Time(element); break;
            default: DateTime(element); break;
        }
    }

    private static void Date(Piece element)
    {
        element.Only("action_id", "initial_date", "confirm", "focus_on_load", "placeholder");
        if (element.Has("initial_date") && !DateOnly.TryParseExact(element.Value("initial_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            element.Say("must be a date in the form YYYY-MM-DD", "initial_date");
    }

    private static void Time(Piece element)
    {
        element.Only("action_id", "initial_time", "confirm", "focus_on_load", "placeholder", "timezone");
        if (element.Has("initial_time") && !TimeOnly.TryParseExact(element.Value("initial_time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            element.Say("must be a time in the form HH:mm", "initial_time");
        if (element.Value("timezone") is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) element.Say("must be an IANA time zone", "timezone");
    }

    private static void DateTime(Piece element)
    {
        element.Only("action_id", "initial_date_time", "confirm", "focus_on_load");
        if (element.Json["initial_date_time"]?.ToString() is { } at && !(at.Length == 10 && at.All(char.IsAsciiDigit)))
            element.Say("must be a Unix time of 10 digits", "initial_date_time");
    }
}
