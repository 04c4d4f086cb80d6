using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>After two conversations in a row that did not come about, to each apart: finish, or try once more?</summary>
public sealed class SeriesMissed : Nudge
{
    public override string Key => "series-missed";

    public override bool IsStillNeeded(NudgeFacts facts) =>
        facts.Series is { State: SeriesState.LookingBack, Question: SeriesQuestion.Missed } && facts.People.All(facts.Program.Admits);

    public override ChatMessage Message(NudgeFacts facts)
    {
        var argument = SeriesWords.Argument(facts.Series ?? throw new InvalidOperationException("Only conversations of a series are missed."));
        return new ChatMessage(
            Key,
            Texts.Plain("series.missed-summary"),
            [
                new Paragraph(Texts.Of("series.missed", ("people", facts.People.Count), ("others", Introduction.Names(facts.Others)))),
                new Choices(
                [
                    new Choice(ChatActions.SeriesGoOn, Texts.Plain("series.try-again"), argument),
                    new Choice(ChatActions.SeriesEnd, Texts.Plain("series.finish-here"), argument),
                ]),
            ]);
    }
}
