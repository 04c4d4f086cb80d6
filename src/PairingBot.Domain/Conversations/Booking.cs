using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Conversations;

/// <summary>
/// A conversation's entry in the company's calendars: what stands there, or is being put there. What should stand there is the pairing's to say; <see cref="Next"/> compares the two. What is
/// about to be made is written down first, key and all, so that asking again after a crash makes no second one.
/// </summary>
public sealed class Booking
{
    private const int LongestPause = 60;

    private Booking()
    {
    }

    public Guid PairingId { get; private set; }

    /// <summary>By which the calendars know a repeated request.</summary>
    public Guid Key { get; private set; }

    /// <summary>Of the entry that stands there or is being made; null before.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>In whose calendar, as calendars name people.</summary>
    public string? Organizer { get; private set; }

    /// <summary>The calendars' own id of it; null while nobody knows that it is there.</summary>
    public string? EventId { get; private set; }

    public DateTimeOffset NextAt { get; private set; }

    public int Failures { get; private set; }

    public static Booking For(Pairing pairing, Guid key, DateTimeOffset now) => new() { PairingId = pairing.Id, Key = key, NextAt = now };

    public BookingStep Next(Pairing pairing, DateTimeOffset now)
    {
        var wanted = pairing is { State: PairingState.TimeFound, IsTimeKnown: true } && pairing.MeetsAt > now ? pairing.MeetsAt : null;
        if (EventId is null) return StartsAt > now ? BookingStep.Make : wanted is not null ? BookingStep.Begin : BookingStep.Drop; // one that was begun may be there already, wanted or not
        if (wanted is null) return StartsAt > now && pairing.State != PairingState.Met ? BookingStep.Cancel : BookingStep.Drop;
        return wanted == StartsAt ? BookingStep.Nothing : BookingStep.Move;
    }

    public void Begin(DateTimeOffset at, string organizer) => (StartsAt, Organizer) = (at, organizer);

    public void Made(string id) => (EventId, Failures) = (id, 0);

    public void Moved(DateTimeOffset at) => (StartsAt, Failures) = (at, 0);

    /// <summary>Somebody took it out of the calendar: another one is made.</summary>
    public void StartAgain(Guid key) => (Key, StartsAt, Organizer, EventId, Failures) = (key, null, null, null, 0);

    public void Wait(DateTimeOffset until) => NextAt = until;

    /// <summary>Tried again after a minute, two, four, up to an hour.</summary>
    public void Fail(DateTimeOffset now) => NextAt = now + TimeSpan.FromMinutes(Math.Min(LongestPause, 1 << Math.Min(Failures++, 6)));
}

/// <summary>What is to be done about an entry in calendars.</summary>
public enum BookingStep
{
    Nothing,

    /// <summary>Write down what will be made.</summary>
    Begin,
    Make,
    Move,
    Cancel,

    /// <summary>Nothing stands there, or what does is over: nobody needs to remember it.</summary>
    Drop,
}
