using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>Remembers that a conversation is to stand in calendars; from then on its entry follows whatever time the conversation has.</summary>
public sealed class Bookings(PairingBotDb db, ICalendars calendars, CalendarLinks links)
{
    /// <returns>False when there are no calendars for it: each puts it into their own.</returns>
    public async Task<bool> WantAsync(Pairing pairing, IReadOnlyCollection<Person> people, DateTimeOffset now, CancellationToken cancel)
    {
        if (!calendars.IsOn || CalendarNames.OfAll(people) is null) return false;
        if (!await db.Bookings.AnyAsync(row => row.PairingId == pairing.Id, cancel)) db.Bookings.Add(Booking.For(pairing, Guid.NewGuid(), now));
        return true;
    }

    public Uri? FileOf(Pairing pairing) => links.For(pairing);
}
