using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>Half-way through a series, a day after they met, to each apart: is this still the right thing?</summary>
public sealed class SeriesMidway : Nudge
{
    public override string Key => "series-midway";

    public override bool IsStillNeeded(NudgeFacts facts) =>
        facts.Series is { IsOver: false, Question: SeriesQuestion.Midway } && facts.People.All(facts.Program.Admits);

    public override ChatMessage Message(NudgeFacts facts)
    {
        var series = facts.Series ?? throw new InvalidOperationException("Only a series is looked back at.");
        var argument = SeriesWords.Argument(series);
        return new ChatMessage(
            Key,
            Texts.Plain("series.midway-summary"),
            [
                new Paragraph(Texts.Of("series.midway", ("others", Introduction.Names(facts.Others)), ("held", series.Held), ("total", series.Conversations))),
                new Choices(
                [
                    new Choice(ChatActions.SeriesGoOn, Texts.Plain("series.go-on"), argument, ChoiceTone.Primary),
                    new Choice(ChatActions.SeriesChange, Texts.Plain("series.change"), argument),
                    new Choice(ChatActions.SeriesEnd, Texts.Plain("series.finish-here"), argument),
                ]),
            ]);
    }
}
