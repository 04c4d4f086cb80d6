using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>A month after a reflection that named an action, to its writer alone: did it help? Not asked of what was let go.</summary>
public sealed class DidItHelp : Nudge
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public override string Key => "did-it-help";

    /// <summary>Within the writer's working hours.</summary>
    public static DateTimeOffset DueAt(DateTimeOffset reflected, Person writer) => WorkingHours.Of(writer).NextFrom(reflected + Month);

    public override bool IsStillNeeded(NudgeFacts facts) => facts.Reflection is { HasAction: true, Help: null, Outcome: null or ActionOutcome.Done };

    public override ChatMessage Message(NudgeFacts facts)
    {
        var argument = Introduction.Argument(facts.Pairing);
        return new ChatMessage(
            Key,
            Texts.Plain("reflection.did-it-help-summary"),
            [
                new Paragraph(Texts.Of("reflection.did-it-help", ("others", Introduction.Names(facts.Others)))),
                new Paragraph(Texts.Of("reflection.action-quote", ("action", facts.Action))),
                new Paragraph(Texts.Of("reflection.did-it-help-question")),
                new Choices(
                [
                    new Choice(ChatActions.Helped, Texts.Plain("reflection.helped"), argument, ChoiceTone.Primary),
                    new Choice(ChatActions.HelpedALittle, Texts.Plain("reflection.helped-a-little"), argument),
                    new Choice(ChatActions.HelpedNotReally, Texts.Plain("reflection.helped-not-really"), argument),
                ]),
            ]);
    }
}
