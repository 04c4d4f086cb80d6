using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>On the working day before they meet, to the group: so that nobody forgets it, and whoever cannot come says so in time. It names the day, since Friday's is for Monday.</summary>
public sealed class Tomorrow : Nudge
{
    /// <summary>The afternoon before for nearly all half hours of a working day.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromHours(20);

    public override string Key => "tomorrow";

    /// <returns>Null when it is too late for one.</returns>
    public static DateTimeOffset? DueAt(DateTimeOffset meetsAt, DateTimeOffset now, IEnumerable<Person> people) => WorkingCalendar.Until(meetsAt - Before, people) is var due && due > now ? due : null;

    public override bool IsStillNeeded(NudgeFacts facts) => facts.Pairing.State == PairingState.TimeFound && facts.Pairing.MeetsAt > facts.Now;

    public override ChatMessage Message(NudgeFacts facts)
    {
        var organizer = facts.People.First(person => person.Id == facts.Pairing.OrganizerId);
        return new ChatMessage(Key, Texts.Plain("meetings.tomorrow-summary"), [new Paragraph(Texts.Of("meetings.tomorrow", ("when", MeetingTime.InWords(facts.Pairing, organizer))))]);
    }
}
