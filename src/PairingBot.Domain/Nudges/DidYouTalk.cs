using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>To each of a conversation that nobody spoke of, when its round is over: did you talk? The press opens the form, and says that they met.</summary>
public sealed class DidYouTalk : Nudge
{
    public override string Key => "did-you-talk";

    public override bool IsStillNeeded(NudgeFacts facts) => facts.Pairing.State is PairingState.Introduced or PairingState.TimeFound;

    public override ChatMessage Message(NudgeFacts facts) => new(
        Key,
        Texts.Plain("reflection.did-you-talk-summary"),
        [
            new Paragraph(Texts.Of("reflection.did-you-talk", ("people", facts.People.Count), ("others", Introduction.Names(facts.Others)))),
            new Choices(
            [
                new Choice(ChatActions.Talked, Texts.Plain("reflection.we-talked"), Introduction.Argument(facts.Pairing), ChoiceTone.Primary),
                new Choice(ChatActions.NotMet, Texts.Plain("reflection.not-this-time"), Introduction.Argument(facts.Pairing)),
            ]),
        ]);
}
