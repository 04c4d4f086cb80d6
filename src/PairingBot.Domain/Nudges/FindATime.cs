using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>Two working days after the introduction, unless they have a time.</summary>
public sealed class FindATime : Nudge
{
    private const int WorkingDays = 2;

    public override string Key => "find-a-time";

    public static DateTimeOffset DueAt(DateTimeOffset introduced, PairingProgram program, IEnumerable<Person> people) =>
        WorkingCalendar.After(introduced, WorkingDays, program.Cadence.Zone, people);

    public override bool IsStillNeeded(NudgeFacts facts) => facts.Pairing.State == PairingState.Introduced;

    public override ChatMessage Message(NudgeFacts facts)
    {
        var organizer = facts.People.First(person => person.Id == facts.Pairing.OrganizerId);
        return new ChatMessage(
            Key,
            Texts.Plain("meetings.find-a-time-summary"),
            [
                new Paragraph(Texts.Of("meetings.find-a-time", ("organizer", organizer.Mention))),
                .. TimeWords.Pieces(facts.Pairing, facts.People, facts.Times),
                new Choices(
                [
                    new Choice(ChatActions.TimeFound, Texts.Plain("meetings.have-a-time"), Introduction.Argument(facts.Pairing), facts.Times is { Slots.Count: > 0 } ? ChoiceTone.Plain : ChoiceTone.Primary),
                    new Choice(ChatActions.Met, Texts.Plain("meetings.met"), Introduction.Argument(facts.Pairing)),
                    SilenceWords.NoAnswer(facts.Pairing),
                ]),
            ]);
    }
}
