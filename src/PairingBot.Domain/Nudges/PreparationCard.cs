using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>On the morning of the day on which they meet, to each apart, by their role: what goes well, what is hard, how to listen. Soon after a time was found, where nobody told the day.</summary>
public sealed class PreparationCard : Nudge
{
    /// <summary>Long enough to tell the day first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>So much earlier than the conversation it still helps.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(30);

    public override string Key => "preparation-card";

    /// <summary>When the reader's working day begins on that day, or the working morning before where the conversation is earlier, or on a free day. Never before <paramref name="now"/>.</summary>
    public static DateTimeOffset DueAt(Pairing pairing, Person reader, DateTimeOffset now)
    {
        var hours = WorkingHours.Of(reader);
        if (pairing.MeetsAt is not { } at) return hours.NextFrom(now + Patience);
        var morning = hours.LatestUntil(at - Ahead);
        var day = Zones.Day(reader.Zone, morning);
        var begins = Zones.At(reader.Zone, day, hours.From);
        return begins > now ? begins : now;
    }

    public override bool IsStillNeeded(NudgeFacts facts) =>
        facts.Pairing.State == PairingState.TimeFound && !(facts.Pairing.MeetsAt + (facts.Pairing.IsTimeKnown ? TimeSpan.Zero : TimeSpan.FromHours(12)) < facts.Now);

    public override ChatMessage Message(NudgeFacts facts)
    {
        var reader = facts.Recipient ?? facts.People[0];
        var others = facts.People.Where(person => person.Id != reader.Id).ToList();
        var role = facts.Type.RoleOf(facts.Pairing.RoleOf(reader.Id));
        var (day, names) = (IsToday(facts, reader) ? "today" : "soon", Introduction.Names(others));
        return new ChatMessage(
            Key,
            Texts.Plain("meetings.card-summary", ("others", names)),
            [
                new Paragraph(facts.Type.IsSymmetric
                    ? Texts.Of("meetings.card-equal", ("day", day), ("others", names))
                    : Texts.Of("meetings.card-role", ("day", day), ("others", names), ("role", role.Label))),
                new Bullets(role.Preparation),
                new Note(ChatText.Plain(facts.Type.Closing)),
            ]);
    }

    private static bool IsToday(NudgeFacts facts, Person reader) => facts.Pairing.MeetsAt is { } at && Zones.Day(reader.Zone, at) == Zones.Day(reader.Zone, facts.Now);
}
