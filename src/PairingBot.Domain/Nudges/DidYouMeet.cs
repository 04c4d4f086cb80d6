using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>Four working days after the introduction, or the working day after the day on which they meet, unless they said that they met.</summary>
public sealed class DidYouMeet : Nudge
{
    private const int WorkingDays = 4;

    public override string Key => "did-you-meet";

    public static DateTimeOffset DueAt(DateTimeOffset introduced, PairingProgram program, IEnumerable<Person> people) =>
        WorkingCalendar.After(introduced, WorkingDays, program.Cadence.Zone, people);

    /// <summary>The day is known.</summary>
    public static DateTimeOffset DueAfter(DateTimeOffset meetsAt, PairingProgram program, IEnumerable<Person> people) => WorkingCalendar.After(meetsAt, 1, program.Cadence.Zone, people);

    public override bool IsStillNeeded(NudgeFacts facts) => facts.Pairing.State is PairingState.Introduced or PairingState.TimeFound;

    public override ChatMessage Message(NudgeFacts facts) => new(
        Key,
        Texts.Plain("meetings.did-you-meet-summary"),
        [
            new Paragraph(Texts.Of("meetings.did-you-meet")),
            new Choices(
            [
                new Choice(ChatActions.Met, Texts.Plain("meetings.met"), Introduction.Argument(facts.Pairing), ChoiceTone.Primary),
                new Choice(ChatActions.TimeFound, Texts.Plain("meetings.have-a-time"), Introduction.Argument(facts.Pairing)),
                new Choice(ChatActions.NotMet, Texts.Plain("meetings.not-met"), Introduction.Argument(facts.Pairing)),
            ]),
        ]);
}
