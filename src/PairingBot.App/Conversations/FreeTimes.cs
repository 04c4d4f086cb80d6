using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;

namespace PairingBot.App.Conversations;

/// <summary>Times that suit the people of a conversation, by their working hours and, where the company has opened them, their calendars. Calendars that do not answer hold nobody up.</summary>
public sealed partial class FreeTimes(PairingBotDb db, ICalendars calendars, ILogger<FreeTimes> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<OfferedTimes> FindAsync(Guid installation, IReadOnlyList<Person> people, DateTimeOffset now, int page, CancellationToken cancel)
    {
        var named = people.Select(person => (Person: person, Name: CalendarNames.Of(person))).ToList();
        var names = named.Select(each => each.Name).OfType<string>().ToList();
        var busy = calendars.IsOn && names.Count > 0 ? await ReadAsync(installation, names, now, cancel) : null;
        var availabilities = named.ConvertAll(each => new Availability(WorkingHours.Of(each.Person), BusyOf(busy, each.Name) ?? []));
        return new OfferedTimes(Slots.Find(availabilities, now, page), named.TrueForAll(each => BusyOf(busy, each.Name) is not null), page);
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>?> ReadAsync(Guid id, IReadOnlyList<string> names, DateTimeOffset now, CancellationToken cancel)
    {
        var installation = await db.Installations.AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var read = await calendars.ReadAsync(installation.Key, names, now, now + Slots.Horizon, patience.Token);
            if (read.Failure is { } failure) LogNotRead(id, failure);
            return read.Value;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            LogNotRead(id, new Unavailable("time-out"));
            return null;
        }
    }

    private static IReadOnlyList<BusyTime>? BusyOf(IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>? busy, string? name) => name is null ? null : busy?.GetValueOrDefault(name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The calendars of installation {Installation} could not be read ({Failure}): working hours stand in for them")]
    private partial void LogNotRead(Guid installation, DeliveryResult failure);
}
