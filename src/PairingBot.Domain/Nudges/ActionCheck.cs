using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

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
        var others = facts.People.Where(person => person.Id != facts.Recipient?.Id).ToList();
        var argument = Introduction.Argument(facts.Pairing);
        return new ChatMessage(
            Key,
            "How is it going with what you wanted to do?",
            [
                new Paragraph(ChatText.Of($"After your conversation with {Introduction.Names(others)} you wrote down what you would do{By(facts.Reflection)}:")),
                new Paragraph(ChatText.Of($"“{facts.Action}”")),
                new Paragraph(ChatText.Of($"How is it going?")),
                new Choices(
                [
                    new Choice(ChatActions.ActionDone, "Done", argument, ChoiceTone.Primary),
                    new Choice(ChatActions.ActionLater, "Ask me next week", argument),
                    new Choice(ChatActions.ActionDropped, "Let it go", argument),
                ]),
            ]);
    }

    private static string By(Reflection? reflection) => reflection?.ActionOn is { } day ? $" by {Days.Name(day)}" : "";
}
