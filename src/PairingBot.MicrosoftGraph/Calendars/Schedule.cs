using System.Text.Json;
using PairingBot.Domain.Conversations;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Calendars;

/// <summary>
/// What one calendar has taken. The single events are exact; where a calendar tells none (its owner shares no more than free and busy), its view has a digit for each half hour.
/// Somebody who works elsewhere can talk; a tentative event counts as taken, for nobody should have to move it.
/// </summary>
internal static class Schedule
{
    /// <returns>Null when the calendar tells neither.</returns>
    public static IReadOnlyList<BusyTime>? Read(JsonElement schedule, DateTimeOffset from, int minutes)
    {
        var view = schedule.Text("availabilityView");
        var items = schedule.Part("scheduleItems") is null ? null : schedule.Items("scheduleItems").ToList();
        if (items is null || (items.Count == 0 && view?.Trim('0').Length > 0)) return view is null ? null : OfView(view, from, minutes);
        List<BusyTime> busy = [];
        foreach (var item in items)
        {
            if (IsFree(item.Text("status"))) continue;
            if (GraphTime.Read(item.Part("start")) is not { } start || GraphTime.Read(item.Part("end")) is not { } end) return view is null ? null : OfView(view, from, minutes);
            if (end > start) busy.Add(new BusyTime(start, end, IsAway(item.Text("status"))));
        }

        return busy;
    }

    private static List<BusyTime> OfView(string view, DateTimeOffset from, int minutes)
    {
        List<BusyTime> busy = [];
        for (var place = 0; place < view.Length; place++)
        {
            var start = from.AddMinutes((double)place * minutes);
            if (view[place] is '0' or '4') continue;
            var isAway = view[place] == '3';
            if (busy.Count > 0 && busy[^1] is var last && last.Until == start && last.IsAway == isAway) busy[^1] = last with { Until = start.AddMinutes(minutes) };
            else busy.Add(new BusyTime(start, start.AddMinutes(minutes), isAway));
        }

        return busy;
    }

    private static bool IsFree(string? status) => Is(status, "free") || Is(status, "workingElsewhere");

    private static bool IsAway(string? status) => Is(status, "oof");

    private static bool Is(string? status, string word) => string.Equals(status, word, StringComparison.OrdinalIgnoreCase);
}
