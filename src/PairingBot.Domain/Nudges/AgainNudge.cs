using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Nudges;

/// <summary>
/// Once both have looked back, or three days after they met to whoever has: keep going, goodbye, or again some day? To each apart. A series has questions of its own.
/// </summary>
public sealed class AgainNudge : Nudge
{
    private static readonly TimeSpan ThreeDays = TimeSpan.FromDays(3);

    public override string Key => "again";

    /// <summary>Within the reader's working hours.</summary>
    public static DateTimeOffset DueAt(Pairing met, bool allLookedBack, Person reader, DateTimeOffset now)
    {
        var inThreeDays = (met.MetAt ?? now) + ThreeDays;
        return WorkingHours.Of(reader).NextFrom(allLookedBack || inThreeDays < now ? now : inThreeDays);
    }

    public override bool IsStillNeeded(NudgeFacts facts) =>
        facts is { Pairing.State: PairingState.Met, Pairing.SeriesId: null, Reflection: not null } && facts.People.All(facts.Program.Admits);

    public override ChatMessage Message(NudgeFacts facts)
    {
        var argument = Introduction.Argument(facts.Pairing);
        return new ChatMessage(
            Key,
            Texts.Plain("series.again-summary"),
            [
                new Paragraph(Texts.Of("series.again", ("people", facts.People.Count), ("others", Introduction.Names(facts.Others)))),
                new Note(Texts.Of("series.again-plan", ("conversations", facts.Type.Series.Conversations), ("weeks", facts.Type.Series.WeeksApart))),
                new Choices(
                [
                    new Choice(ChatActions.AgainGoOn, Texts.Plain("series.again-go-on"), argument, ChoiceTone.Primary),
                    new Choice(ChatActions.AgainSomeDay, Texts.Plain("series.again-some-day"), argument),
                    new Choice(ChatActions.AgainGoodbye, Texts.Plain("series.again-goodbye"), argument),
                ]),
            ]);
    }
}
