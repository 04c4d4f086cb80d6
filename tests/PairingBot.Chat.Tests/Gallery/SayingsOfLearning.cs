using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Insights;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>What the bot says after a conversation: looking back, what comes of it, and how people go on with each other.</summary>
internal static class SayingsOfLearning
{
    private static readonly DateOnly Today = new(2026, 3, 9), InTwoWeeks = new(2026, 3, 16);

    public static IEnumerable<Saying> Of(Cast cast) => [.. Reflections(cast), .. Finds(cast), .. Goings(cast), .. Years(cast)];

    public static IEnumerable<Saying> Nudges(Cast cast)
    {
        var facts = Facts(cast, cast.Pair(new Peer()), [cast.Ben, cast.Ana]);
        foreach (var nudge in NudgeCatalog.All) yield return new($"{nudge.GetType().Name}.{nameof(Nudge.Message)}", "", nudge.Message(facts));
        var three = Facts(cast, cast.Trio(new Coach()), [cast.Ben, cast.Ana, cast.Cem]) with { Type = new Coach() };
        Nudge[] counted = [NudgeCatalog.DidYouTalk, NudgeCatalog.Again, NudgeCatalog.SeriesEnd, NudgeCatalog.SeriesMissed];
        foreach (var nudge in counted) yield return new($"{nudge.GetType().Name}.{nameof(Nudge.Message)}", "trio", nudge.Message(three));
    }

    private static IEnumerable<Saying> Reflections(Cast cast)
    {
        var answers = Answers(cast);
        var (peers, trio) = (cast.Pair(new Peer()), cast.Trio(new Mentor()));
        yield return Said(nameof(ReflectionWords.Prompt), ReflectionWords.Prompt(peers, [cast.Ana]));
        yield return Said(nameof(ReflectionWords.Prompt), ReflectionWords.Prompt(trio, [cast.Ana, cast.Cem]), "trio");
        yield return Said(nameof(ReflectionWords.NotMetYet), ReflectionWords.NotMetYet);
        yield return Said(nameof(ReflectionWords.NothingYet), ReflectionWords.NothingYet);
        yield return Form("empty", new Peer(), "peer", cast.Ana.ShortName, null);
        yield return Form("written", new Peer(), "peer", cast.Ana.ShortName, answers);
        yield return Form("mentor", new Mentor(), "mentor", $"{cast.Ben.ShortName} and {cast.Cem.ShortName}", null);
        foreach (var measure in MeasureCatalog.All)
            yield return new($"{nameof(ReflectionForm)}.{nameof(ReflectionForm.Open)}", $"measure {measure.Key}", ReflectionForm.Open(new ReflectionSheet("42", cast.Ana.ShortName, [], measure, 4), null, Today));

        yield return Said(nameof(ReflectionWords.Kept), ReflectionWords.Kept(answers, 0, [cast.Ana], false), "with an action");
        yield return Said(nameof(ReflectionWords.Kept), ReflectionWords.Kept(answers with { Action = "", ActionOn = null }, 0, [cast.Ana], false), "without one");
        yield return Said(nameof(ReflectionWords.Kept), ReflectionWords.Kept(answers, 1, [cast.Ana], false), "with a line shared");
        yield return Said(nameof(ReflectionWords.Kept), ReflectionWords.Kept(answers, 2, [cast.Ana, cast.Cem], true), "with lines and a find");
        var questions = ReflectionQuestions.For(new Mentor(), "mentor", cast.Ben.ShortName);
        yield return Said(nameof(ReflectionWords.Shared), ReflectionWords.Shared(cast.Ana, [.. questions.Select(question => new SharedLine(question.Key, cast.Goal))], questions));
        foreach (var outcome in new[] { "done", "later", "dropped" }) yield return Said(nameof(ReflectionWords.Outcome), ReflectionWords.Outcome(outcome), outcome);
        foreach (var help in Enum.GetValues<ActionHelp>()) yield return Said(nameof(ReflectionWords.Help), ReflectionWords.Help(help), help.ToString());
        yield return Said(nameof(ReflectionWords.NoAction), ReflectionWords.NoAction);

        Saying Form(string which, RelationshipType type, string role, string partners, ReflectionAnswers? earlier) => new(
            $"{nameof(ReflectionForm)}.{nameof(ReflectionForm.Open)}", which, ReflectionForm.Open(new ReflectionSheet("42", partners, ReflectionQuestions.For(type, role, partners), MeasureCatalog.All[0], null, AsksForFind: true), earlier, Today));
    }

    private static IEnumerable<Saying> Finds(Cast cast)
    {
        var reflection = Reflected(cast, cast.Pair(new Peer()));
        yield return Said(nameof(ReflectionWords.FindPreview), ReflectionWords.FindPreview(cast.Pair(new Peer()), reflection, cast.Ben, cast.Goal, SayingsInChannels.LivingIn(ChannelJoining.Invites)));
        yield return Said(nameof(ReflectionWords.Find), ReflectionWords.Find(cast.Program, cast.Ben, cast.Goal));
        yield return Said(nameof(ReflectionWords.FindPosted), ReflectionWords.FindPosted);
        yield return Said(nameof(ReflectionWords.FindLeft), ReflectionWords.FindLeft);
        yield return Said(nameof(ReflectionWords.FindTooLate), ReflectionWords.FindTooLate);
        yield return Said(nameof(ReflectionWords.FindNowhere), ReflectionWords.FindNowhere);
    }

    private static IEnumerable<Saying> Goings(Cast cast)
    {
        var (pairing, series) = (cast.Pair(new Coach()), Running(cast, new Coach()));
        yield return Going(nameof(SeriesWords.AgainKept), SeriesWords.AgainKept);
        yield return Going(nameof(SeriesWords.AgainSettled), SeriesWords.AgainSettled);
        yield return Going(nameof(SeriesWords.SomeDay), SeriesWords.SomeDay([cast.Ana]));
        yield return Going(nameof(SeriesWords.SomeDay), SeriesWords.SomeDay([cast.Ana, cast.Cem]), "trio");
        foreach (var type in RelationshipCatalog.All) yield return Going(nameof(SeriesWords.Begun), SeriesWords.Begun(Running(cast, type), 2, cast.Program), type.Key);
        yield return Going(nameof(SeriesWords.Begun), SeriesWords.Begun(series, 3, cast.Program), "trio");
        yield return Going(nameof(SeriesWords.Next), SeriesWords.Next(series, new Coach(), pairing, [cast.Ben, cast.Ana]), "second");
        yield return Going(nameof(SeriesWords.Next), SeriesWords.Next(Missed(Running(cast, new Coach())), new Coach(), pairing, [cast.Ben, cast.Ana]), "second again");
        yield return Going(nameof(SeriesWords.Next), SeriesWords.Next(Held(Running(cast, new Coach()), 1), new Coach(), pairing, [cast.Ben, cast.Ana]), "third");
        yield return Going(nameof(SeriesWords.Next), SeriesWords.Next(Missed(Held(Running(cast, new Mentor()), 3)), new Mentor(), pairing, [cast.Ben, cast.Ana]), "fifth again");
        yield return Going(nameof(SeriesWords.Next), SeriesWords.Next(Held(Running(cast, new Mentor()), 3), new Mentor(), pairing, [cast.Ben, cast.Ana]), "fifth");
        yield return Going(nameof(SeriesWords.More), SeriesWords.More(series, 2, cast.Program));
        yield return Going(nameof(SeriesWords.Answered), SeriesWords.Answered(SeriesQuestion.Midway, SeriesAnswer.GoOn), "half-way go on");
        yield return Going(nameof(SeriesWords.Answered), SeriesWords.Answered(SeriesQuestion.Midway, SeriesAnswer.Change), "half-way change");
        yield return Going(nameof(SeriesWords.Answered), SeriesWords.Answered(SeriesQuestion.End, SeriesAnswer.GoOn), "end");
        yield return Going(nameof(SeriesWords.TooLate), SeriesWords.TooLate);
        yield return Going(nameof(SeriesWords.IsOver), SeriesWords.IsOver);
        yield return Going(nameof(SeriesWords.Finished), SeriesWords.Finished(series, [cast.Ana]));
        yield return Going(nameof(SeriesWords.Ended), SeriesWords.Ended(Held(Running(cast, new Mentor()), 3), [cast.Ana]));
        yield return Going(nameof(SeriesWords.EndedByDeparture), SeriesWords.EndedByDeparture(series, [cast.Ana]));
    }

    private static IEnumerable<Saying> Years(Cast cast)
    {
        OwnPairing[] held = [new(cast.Pair(new Peer(), PairingState.Met), [cast.Ana]), new(cast.Pair(new Mentor(), PairingState.Met), [cast.Ana]), new(cast.Trio(new Coach()), [cast.Ana, cast.Cem])];
        OwnAction[] actions = [new(cast.Goal, InTwoWeeks, null, null), new(cast.Goal, Today, ActionOutcome.Done, null), new(cast.Goal, Today, ActionOutcome.Done, ActionHelp.Helped)];
        var looking = Held(Running(cast, new Coach()), 2);
        var full = LearningYear.Of(held, cast.Program.RelationshipTypes, actions, [new GrownSkill("facilitation", 2, 4)], [new OwnSeries(Running(cast, new Mentor()), [cast.Ana]), new OwnSeries(looking, [cast.Cem])]);
        yield return Year(nameof(LearningWords.Year), LearningWords.Year(full, cast.Program, cast.Ben), "full");
        yield return Year(nameof(LearningWords.Year), LearningWords.Year(LearningYear.Of([], cast.Program.RelationshipTypes, [], [], []), cast.Program, cast.Ben), "nothing yet");
        yield return Year(nameof(LearningWords.Year), LearningWords.Year(LearningYear.Of([.. Enumerable.Repeat(held[0], 14)], ["peer"], [actions[0]], [], []), cast.Program, cast.Ben), "many");
        yield return Year(nameof(LearningWords.AtHome), new ChatHome(LearningWords.AtHome(actions[..1])), "with an action");
        yield return Year(nameof(LearningWords.AtHome), new ChatHome(LearningWords.AtHome([])), "without");
    }

    private static NudgeFacts Facts(Cast cast, Pairing pairing, IReadOnlyList<Person> people) =>
        new(pairing, new Peer(), people, cast.Program, cast.Ben, Reflected(cast, pairing), "When a meeting has no question, I ask for one") { Series = Held(Running(cast, new Coach()), 1) };

    private static Reflection Reflected(Cast cast, Pairing pairing)
    {
        var reflection = Reflection.For(pairing.Id, cast.Ben.Id);
        reflection.Write(new SealedAnswers([1], [1], [1], [1], [1], [1]), Answers(cast), null, cast.Now);
        return reflection;
    }

    private static ReflectionAnswers Answers(Cast cast) => new("A question at the start changes a meeting.", "How support hears customers", "When a meeting has no question, I ask for one", InTwoWeeks)
    {
        Thought = "Half an hour is just right.",
        Found = cast.Goal,
        Learned = Learned.Yes,
        Shared = [ReflectionQuestions.Takeaway],
    };

    private static Series Running(Cast cast, RelationshipType type) => StoredId.Give(Series.Begin(cast.Pair(type), type.Series, cast.Now), "series");

    private static Series Held(Series series, int times)
    {
        for (var time = 0; time < times; time++) series.Hold(Sample.Now);
        return series;
    }

    private static Series Missed(Series series)
    {
        series.ComeDue(lastWasHeld: false, Sample.Now);
        return series;
    }

    private static Saying Said(string member, object said, string which = "") => new($"{nameof(ReflectionWords)}.{member}", which, said);

    private static Saying Going(string member, object said, string which = "") => new($"{nameof(SeriesWords)}.{member}", which, said);

    private static Saying Year(string member, object said, string which = "") => new($"{nameof(LearningWords)}.{member}", which, said);
}
