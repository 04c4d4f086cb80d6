using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>Takes one step towards what should stand in the calendars, in the transaction of whoever calls.</summary>
public sealed class CalendarEvents(PairingBotDb db, PairingBook pairings, ICalendars calendars, CalendarLinks links, Outbox outbox)
{
    /// <returns>Whether the calendars took something.</returns>
    public async Task<bool> KeepAsync(Booking booking, DateTimeOffset now, CancellationToken cancel)
    {
        var pairing = await db.Pairings.AsNoTracking().SingleAsync(row => row.Id == booking.PairingId, cancel);
        var people = await pairings.PeopleAsync(pairing, cancel);
        switch (booking.Next(pairing, now))
        {
            case BookingStep.Begin when CalendarNames.Of(people.First(person => person.Id == pairing.OrganizerId)) is { } organizer:
                booking.Begin(pairing.MeetsAt!.Value, organizer);
                return false; // stored before the calendars hear of it
            case BookingStep.Begin:
                return GiveUp(booking, pairing, people);
            case BookingStep.Make:
                return Made(booking, pairing, people, await BookAsync(booking, people, cancel), now);
            case BookingStep.Move:
                return Moved(booking, pairing, people, await MoveAsync(booking, pairing, people, cancel), now);
            case BookingStep.Cancel:
                return Cancelled(booking, await calendars.CancelAsync(await InstallationAsync(people, cancel), booking.Organizer!, booking.EventId!, cancel), now);
            case BookingStep.Drop:
                db.Bookings.Remove(booking);
                return false;
            default:
                return false;
        }
    }

    private async Task<DeliveryResult> BookAsync(Booking booking, List<Person> people, CancellationToken cancel)
    {
        if (CalendarNames.OfAll(people) is not { } names) return new Gone(GoneScope.Person, "no-name");
        var meeting = new MeetingEvent(booking.Key, booking.Organizer!, names, TimeWords.Subject(people), TimeWords.Description, SlotAt(booking.StartsAt!.Value));
        return await calendars.BookAsync(await InstallationAsync(people, cancel), meeting, cancel);
    }

    private async Task<DeliveryResult> MoveAsync(Booking booking, Pairing pairing, List<Person> people, CancellationToken cancel) =>
        await calendars.MoveAsync(await InstallationAsync(people, cancel), booking.Organizer!, booking.EventId!, SlotAt(pairing.MeetsAt!.Value), cancel);

    private bool Made(Booking booking, Pairing pairing, List<Person> people, DeliveryResult result, DateTimeOffset now)
    {
        if (result is Gone) return GiveUp(booking, pairing, people);
        if (result is not Delivered made) return Later(booking, result, now);
        booking.Made(made.Id);
        return true;
    }

    private bool Moved(Booking booking, Pairing pairing, List<Person> people, DeliveryResult result, DateTimeOffset now)
    {
        if (result is Gone { Scope: GoneScope.Message })
        {
            booking.StartAgain(Guid.NewGuid());
            return false;
        }

        if (result is Gone) return GiveUp(booking, pairing, people);
        if (result is not Delivered) return Later(booking, result, now);
        booking.Moved(pairing.MeetsAt!.Value);
        return true;
    }

    private bool Cancelled(Booking booking, DeliveryResult result, DateTimeOffset now)
    {
        if (result is not (Delivered or Gone)) return Later(booking, result, now);
        db.Bookings.Remove(booking);
        return result is Delivered;
    }

    /// <summary>The calendars will never take it; the people hear so, and have the file in place of it.</summary>
    private bool GiveUp(Booking booking, Pairing pairing, List<Person> people)
    {
        db.Bookings.Remove(booking);
        if (pairing.State == PairingState.TimeFound) outbox.ToPeople(people, TimeWords.NotInCalendars(pairing, people[0], links.For(pairing)));
        return false;
    }

    private static bool Later(Booking booking, DeliveryResult result, DateTimeOffset now)
    {
        if (result is RetryAfter { Wait: var wait }) booking.Wait(now + wait);
        else booking.Fail(now);
        return false;
    }

    private async Task<InstallationKey> InstallationAsync(List<Person> people, CancellationToken cancel) =>
        (await db.Installations.AsNoTracking().SingleAsync(row => row.Id == people[0].InstallationId, cancel)).Key;

    private static Slot SlotAt(DateTimeOffset at) => new(at, at + Slots.Length);
}
