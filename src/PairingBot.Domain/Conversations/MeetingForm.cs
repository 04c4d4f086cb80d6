using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Conversations;

/// <summary>When two meet, as a form: the day, and the time if they like. Nothing of it is needed.</summary>
public static class MeetingForm
{
    private const string Day = "day", Time = "time";

    /// <summary>Farther away nobody plans half an hour.</summary>
    private const int MostDays = 366;

    /// <summary>A day without a time is known by its middle: the same day for nearly everybody on earth.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    public static ChatForm Open(string argument, Pairing pairing, Person reader)
    {
        var local = pairing.MeetsAt is { } at ? TimeZoneInfo.ConvertTime(at, reader.Zone).DateTime : (DateTime?)null;
        return new ChatForm(
            ChatForms.Meeting,
            Texts.Plain("meetings.form-title"),
            Texts.Plain("meetings.form-save"),
            [
                new FormText(Texts.Of("meetings.form-intro")),
                new DateField(Day, Texts.Plain("meetings.day"), local is { } day ? DateOnly.FromDateTime(day) : null),
                new TimeField(Time, Texts.Plain("meetings.time"), pairing.IsTimeKnown && local is { } time ? TimeOnly.FromDateTime(time) : null, Texts.Plain("meetings.time-hint", ("zone", reader.TimeZone))),
            ],
            argument) { Cancel = Texts.Plain("meetings.form-cancel") };
    }

    /// <summary>The moment, or none where no day was told; or a fault for each field that needs another look.</summary>
    public static (MeetingTime? Meeting, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers, Person reader, DateTimeOffset now)
    {
        Dictionary<string, string> faults = [];
        DateOnly? day = DateOnly.TryParseExact(answers.Text(Day), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var onDay) ? onDay : null;
        TimeOnly? time = TimeOnly.TryParseExact(answers.Text(Time), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var atTime) ? atTime : null;
        var today = Zones.Day(reader.Zone, now);
        if (day is null && time is not null) faults[Day] = Texts.Plain("meetings.day-missing");
        if (day < today) faults[Day] = Texts.Plain("meetings.passed");
        if (day > today.AddDays(MostDays)) faults[Day] = Texts.Plain("meetings.too-far");
        if (faults.Count > 0 || day is null) return (null, faults);

        var at = Zones.At(reader.Zone, day.Value, time ?? Noon);
        if (time is not null && at < now) faults[Time] = Texts.Plain("meetings.time-passed");
        return faults.Count > 0 ? (null, faults) : (new MeetingTime(at, time is not null), faults);
    }
}

/// <summary>When two meet; without a time, noon of that day.</summary>
public sealed record MeetingTime(DateTimeOffset At, bool IsTimeKnown)
{
    /// <summary>"on Monday, 9 March at 10:00", in the reader's own zone where the platform can; or "on Monday, 9 March".</summary>
    public static ChatText InWords(Pairing pairing, Person reader) => pairing switch
    {
        { MeetsAt: { } at, IsTimeKnown: true } => Texts.Of("meetings.at-time", ("moment", MembershipWords.Moment(reader, at))),
        { MeetsAt: { } at } => Texts.Of("meetings.on-day", ("day", Days.Name(Zones.Day(reader.Zone, at)))),
        _ => ChatText.Empty,
    };
}
