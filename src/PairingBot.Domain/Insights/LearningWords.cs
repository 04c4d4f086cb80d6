using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Insights;

/// <summary>What somebody's conversations brought them, in words for themselves alone.</summary>
public static class LearningWords
{
    private const int MostShown = 12, MostActions = 5, MostSeries = 5, LongestAction = 160;

    public static Reply Year(LearningYear year, PairingProgram program, Person reader)
    {
        List<MessagePiece> pieces = [new Heading(Texts.Plain("learning.title"))];
        if (year.IsEmpty) pieces.Add(new Paragraph(Texts.Of("learning.nothing-yet")));
        foreach (var own in year.Series.Take(MostSeries).Select((own, index) => (own, index))) pieces.AddRange(Going(own.own, program, isFirst: own.index == 0));
        pieces.AddRange([.. Held(year, reader), .. Relationships(year), .. Actions(year), .. Skills(year)]);
        pieces.Add(new Note(Texts.Of("learning.private")));
        return new Say(new ChatMessage("my-learning", Texts.Plain("learning.summary"), pieces));
    }

    /// <summary>A few lines below somebody's home: what they want to do, and the way to the rest.</summary>
    public static IReadOnlyList<MessagePiece> AtHome(IReadOnlyList<OwnAction> open)
    {
        List<MessagePiece> pieces = [];
        if (open.Count > 0) pieces.AddRange([new Paragraph(Texts.Of("learning.home-actions")), new Bullets([.. open.Take(MostActions).Select(Line)])]);
        pieces.Add(new Choices([new Choice(ChatActions.MyLearning, Texts.Plain("learning.home-button"))]));
        return pieces;
    }

    private static IEnumerable<MessagePiece> Going(OwnSeries own, PairingProgram program, bool isFirst)
    {
        var (series, others) = (own.Series, Introduction.Names(own.Others));
        if (isFirst) yield return new Paragraph(Texts.Of("learning.series-title"));
        yield return new Paragraph(series.State == SeriesState.LookingBack
            ? Texts.Of("learning.series-looking-back", ("others", others), ("held", series.Held), ("total", series.Conversations))
            : Texts.Of("learning.series", ("others", others), ("held", series.Held), ("total", series.Conversations), ("day", Days.Name(Zones.Day(program.Cadence.Zone, series.NextAt)))));
        yield return new Choices([SeriesWords.Finish(series)]);
    }

    private static IEnumerable<MessagePiece> Held(LearningYear year, Person reader)
    {
        if (year.Held.Count == 0) yield break;
        yield return new Paragraph(Texts.Of("learning.conversations-title"));
        yield return new Bullets(
        [
            .. year.Held.Take(MostShown).Select(own => Texts.Of(
                "learning.conversation",
                ("day", Days.Name(Zones.Day(reader.Zone, own.Pairing.MetAt ?? own.Pairing.IntroducedAt))),
                ("others", Introduction.Names(own.Others)),
                ("type", own.Pairing.RelationshipType))),
        ]);
        if (year.Held.Count > MostShown) yield return new Note(Texts.Of("learning.more", ("count", year.Held.Count - MostShown)));
    }

    private static IEnumerable<MessagePiece> Relationships(LearningYear year) =>
    [
        new Paragraph(Texts.Of("learning.relationships-title")),
        new Bullets(
        [
            year.Had.Count > 0 ? Texts.Of("learning.had", ("types", Types(year.Had))) : Texts.Of("learning.had-none"),
            year.Missing.Count > 0 ? Texts.Of("learning.missing", ("types", Types(year.Missing))) : Texts.Of("learning.missing-none"),
        ]),
    ];

    private static IEnumerable<MessagePiece> Actions(LearningYear year)
    {
        if (year.Actions.Count == 0) yield break;
        yield return new Paragraph(Texts.Of("learning.actions-title"));
        yield return new Bullets([.. year.Actions.Take(MostShown).Select(Line)]);
        yield return new Note(Texts.Of("learning.actions-kept", ("done", year.Actions.Count(action => action.Outcome == ActionOutcome.Done))));
    }

    private static IEnumerable<MessagePiece> Skills(LearningYear year)
    {
        if (year.Grown.Count == 0) yield break;
        yield return new Paragraph(Texts.Of("learning.skills-title"));
        yield return new Bullets([.. year.Grown.Take(MostShown).Select(skill => Texts.Of("learning.skill", ("skill", skill.Name), ("from", skill.From), ("to", skill.To)))]);
    }

    private static ChatText Types(IReadOnlyList<string> keys) => Texts.And([.. keys.Select(key => Texts.Of("learning.type", ("type", key)))]);

    private static ChatText Line(OwnAction action) => action switch
    {
        { Outcome: null } => Texts.Of("learning.action-open", ("action", Cut(action.Text)), ("day", Days.Name(action.On))),
        { Help: ActionHelp.Helped } => Texts.Of("learning.action-helped", ("action", Cut(action.Text))),
        _ => Texts.Of("learning.action-done", ("action", Cut(action.Text))),
    };

    private static string Cut(string text)
    {
        if (text.Length <= LongestAction) return text;
        var end = char.IsHighSurrogate(text[LongestAction - 2]) ? LongestAction - 2 : LongestAction - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
