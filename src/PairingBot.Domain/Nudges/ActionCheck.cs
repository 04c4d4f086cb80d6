using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>About a week after a reflection that named an action, to its writer alone: how is it going?</summary>
public sealed class ActionCheck : Nudge
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public override string Key => "action-check";

    /// <summary>Within the writer's working hours, and not later than a week after.</summary>
    public static DateTimeOffset DueAt(DateTimeOffset reflected, Person writer) => WorkingHours.Of(writer).LatestUntil(reflected + Week);

    public override bool IsStillNeeded(NudgeFacts facts) => facts.Reflection is { HasAction: true, Outcome: null };

    public override ChatMessage Message(NudgeFacts facts)
    {
        var others = Introduction.Names(facts.Others);
        var argument = Introduction.Argument(facts.Pairing);
        return new ChatMessage(
            Key,
            Texts.Plain("reflection.action-check-summary"),
            [
                new Paragraph(facts.Reflection?.ActionOn is { } day ? Texts.Of("reflection.action-check-by", ("others", others), ("day", Days.Name(day))) : Texts.Of("reflection.action-check", ("others", others))),
                new Paragraph(Texts.Of("reflection.action-quote", ("action", facts.Action))),
                new Paragraph(Texts.Of("reflection.action-check-question")),
                new Choices(
                [
                    new Choice(ChatActions.ActionDone, Texts.Plain("reflection.action-done"), argument, ChoiceTone.Primary),
                    new Choice(ChatActions.ActionLater, Texts.Plain("reflection.action-later"), argument),
                    new Choice(ChatActions.ActionDropped, Texts.Plain("reflection.action-dropped"), argument),
                ]),
            ]);
    }
}
