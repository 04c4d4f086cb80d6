using PairingBot.Domain.People;

namespace PairingBot.Domain.Conversations;

/// <summary>
/// Half hours that suit everybody: within the working hours of each, on the clocks of each, and in nobody's calendar. Three are offered at a time, on different days where there are enough; the
/// same facts give the same ones.
/// </summary>
public static class Slots
{
    public const int Offered = 3;

    /// <summary>As far as anybody plans half an hour: ten working days.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    /// <summary>Nobody is surprised by one that begins sooner.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(4);

    /// <summary>Clocks everywhere differ by whole quarters of an hour, so a quarter in one zone is one in all.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <param name="people">Everybody; days are those of the first.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="page">0 for the first three, 1 for other ones, and so on; after the last they begin again.</param>
    public static IReadOnlyList<Slot> Find(IReadOnlyList<Availability> people, DateTimeOffset now, int page = 0)
    {
        var days = Starts(people, now).GroupBy(start => Zones.Day(people[0].Hours.Zone, start)).Select(day => day.ToList()).ToList();
        if (days.Count == 0) return [];
        var pages = (days.Count + Offered - 1) / Offered;
        List<List<DateTimeOffset>> shown = [.. days.Skip((int)((uint)page % pages) * Offered).Take(Offered)];
        List<DateTimeOffset> chosen = [.. shown.Select((day, place) => day[place == 1 ? day.Count / 2 : 0])]; // the middle of one day: some never can in the morning
        foreach (var start in shown.SelectMany(day => day))
            if (chosen.Count < Offered && chosen.TrueForAll(other => (other - start).Duration() >= Length)) chosen.Add(start);
        return [.. chosen.Order().Select(start => new Slot(start, start + Length))];
    }

    private static IEnumerable<DateTimeOffset> Starts(IReadOnlyList<Availability> people, DateTimeOffset now)
    {
        var first = (now + Notice).UtcTicks;
        first += (Step.Ticks - (first % Step.Ticks)) % Step.Ticks;
        for (var start = new DateTimeOffset(first, TimeSpan.Zero); start + Length <= now + Horizon; start += Step)
            if (people.All(person => person.IsFree(start, start + Length))) yield return start;
    }
}

/// <summary>When somebody can talk, as far as is known. Whose calendar cannot be read has nothing in it.</summary>
public sealed record Availability(WorkingHours Hours, IReadOnlyList<BusyTime> Busy)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Minute by minute, since clocks may change in between.</summary>
    public bool IsFree(DateTimeOffset from, DateTimeOffset until)
    {
        for (var at = from; at < until; at += Minute)
            if (!Hours.Contains(at)) return false;
        return Busy.All(busy => busy.Until <= from || busy.From >= until);
    }
}
