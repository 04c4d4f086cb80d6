using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Nudges;

/// <summary>Four working days after the introduction, unless they said that they met.</summary>
public sealed class DidYouMeet : Nudge
{
    private const int WorkingDays = 4;

    public override string Key => "did-you-meet";

    public static DateTimeOffset DueAt(DateTimeOffset introduced, PairingProgram program, IEnumerable<Person> people) =>
        WorkingCalendar.After(introduced, WorkingDays, program.Cadence.Zone, people);

    public override bool IsStillNeeded(NudgeFacts facts) => facts.Pairing.State is PairingState.Introduced or PairingState.TimeFound;

    public override ChatMessage Message(NudgeFacts facts) => new(
        Key,
        "Did you meet?",
        [
            new Paragraph(ChatText.Of($"Did you meet? If so, I have three short questions for each of you, answered in a minute or two.")),
            new Choices(
            [
                new Choice(ChatActions.Met, "We met", Introduction.Argument(facts.Pairing), ChoiceTone.Primary),
                new Choice(ChatActions.TimeFound, "It's in the calendar", Introduction.Argument(facts.Pairing)),
                new Choice(ChatActions.NotMet, "Not this time", Introduction.Argument(facts.Pairing)),
            ]),
        ]);
}
