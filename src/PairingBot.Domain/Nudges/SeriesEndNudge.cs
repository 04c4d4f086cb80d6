using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>A day after the last conversation of a series, to each apart: finish, or another round?</summary>
public sealed class SeriesEndNudge : Nudge
{
    public override string Key => "series-end";

    public override bool IsStillNeeded(NudgeFacts facts) =>
        facts.Series is { State: SeriesState.LookingBack, Question: SeriesQuestion.End } && facts.People.All(facts.Program.Admits);

    public override ChatMessage Message(NudgeFacts facts)
    {
        var series = facts.Series ?? throw new InvalidOperationException("Only a series has an end.");
        var argument = SeriesWords.Argument(series);
        return new ChatMessage(
            Key,
            Texts.Plain("series.end-summary"),
            [
                new Paragraph(Texts.Of("series.end", ("people", facts.People.Count), ("others", Introduction.Names(facts.Others)), ("total", series.Conversations), ("more", series.PerAgreement))),
                new Choices(
                [
                    new Choice(ChatActions.SeriesGoOn, Texts.Plain("series.another-round", ("more", series.PerAgreement)), argument),
                    new Choice(ChatActions.SeriesEnd, Texts.Plain("series.finish-here"), argument),
                ]),
            ]);
    }
}
