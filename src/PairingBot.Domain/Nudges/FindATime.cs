using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

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
            "Have you found a time yet?",
            [
                new Paragraph(ChatText.Of($"Have you found a time yet? {organizer.Mention}, one message with two suggestions is often all it takes. Thirty minutes are enough.")),
                new Choices(
                [
                    new Choice(ChatActions.TimeFound, "We have a time", Introduction.Argument(facts.Pairing), ChoiceTone.Primary),
                    new Choice(ChatActions.Met, "We met", Introduction.Argument(facts.Pairing)),
                    SilenceWords.NoAnswer(facts.Pairing),
                ]),
            ]);
    }
}
