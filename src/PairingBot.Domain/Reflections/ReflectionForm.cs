using System.Globalization;
using System.Text.RegularExpressions;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Reflections;

/// <summary>The questions after a conversation, as a form, and its answers, checked.</summary>
public static class ReflectionForm
{
    private const int Longest = 2000, LongestFind = 500;

    private const string ActionOn = "action-on", Learned = "learned", Share = "share", Thought = "thought", Found = "found", Measured = "measure";

    /// <param name="sheet">What this very person is asked.</param>
    /// <param name="earlier">What they wrote before, if they did.</param>
    /// <param name="today">On their clocks.</param>
    public static ChatForm Open(ReflectionSheet sheet, ReflectionAnswers? earlier, DateOnly today)
    {
        List<FormPiece> pieces = [new FormText(Texts.Of("reflection.form-intro"))];
        foreach (var question in sheet.Questions)
            pieces.Add(new TextField(question.Key, question.Label, earlier?.Of(question.Key), question.Hint, Required: question.Key == ReflectionQuestions.Takeaway, ManyLines: true, MaxLength: Longest));
        pieces.AddRange(
        [
            new DateField(ActionOn, Texts.Plain("reflection.action-on"), earlier?.ActionOn ?? today.AddDays(7)),
            new OneOf(Learned, Texts.Plain("reflection.learned"), [.. Degrees.Select(each => new FormOption(each.Value, each.Label))], Degrees.FirstOrDefault(each => each.Degree == earlier?.Learned).Value),
            new AnyOf(Share, Texts.Plain("reflection.share", ("partners", ReflectionQuestions.Cut(sheet.Partners))), [.. sheet.Questions.Select(question => new FormOption(question.Key, question.Label))], earlier?.Shared ?? [], Texts.Plain("reflection.share-hint")),
        ]);
        if (sheet.Measure is { } measure) pieces.Add(new OneOf(Measured, measure.Question, [.. Measure.Scale.Select((label, index) => new FormOption(Text(index + Measure.Least), label))], sheet.Measured is { } value ? Text(value) : null, Texts.Plain("reflection.measure-hint")));
        pieces.Add(new TextField(Thought, Texts.Plain("reflection.thought"), earlier?.Thought, Texts.Plain("reflection.thought-hint"), ManyLines: true, MaxLength: Longest));
        if (sheet.AsksForFind) pieces.Add(new TextField(Found, Texts.Plain("reflection.found"), earlier?.Found, Texts.Plain("reflection.found-hint"), ManyLines: true, MaxLength: LongestFind));
        return new ChatForm(ChatForms.Reflection, Texts.Plain("reflection.form-title"), Texts.Plain("reflection.form-submit"), pieces, sheet.Pairing);
    }

    /// <summary>The answers, or a fault for each field that needs another look.</summary>
    /// <param name="answers">As sent.</param>
    /// <param name="partners">How the partners are called: the channel must not read it.</param>
    /// <param name="today">On the writer's clocks.</param>
    public static (ReflectionAnswers? Answers, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers, IReadOnlyList<string> partners, DateOnly today)
    {
        Dictionary<string, string> faults = [];
        if (answers.Text(ReflectionQuestions.Takeaway).Length == 0) faults[ReflectionQuestions.Takeaway] = Texts.Plain("reflection.fault-takeaway");
        foreach (var key in (string[])[ReflectionQuestions.Takeaway, ReflectionQuestions.Given, ReflectionQuestions.Own, ReflectionQuestions.Action, Thought, Found])
            if (answers.Text(key).Length > MostOf(key)) faults[key] = Texts.Plain("reflection.fault-long", ("most", MostOf(key)));
        DateOnly? day = DateOnly.TryParseExact(answers.Text(ActionOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;
        var action = answers.Text(ReflectionQuestions.Action);
        if (action.Length > 0 && day < today) faults[ActionOn] = Texts.Plain("reflection.fault-day");
        if (partners.Any(partner => Names(answers.Text(Found), partner))) faults[Found] = Texts.Plain("reflection.fault-name");
        if (faults.Count > 0) return (null, faults);
        return (new ReflectionAnswers(answers.Text(ReflectionQuestions.Takeaway), answers.Text(ReflectionQuestions.Given), action, action.Length > 0 ? day ?? today.AddDays(7) : null)
        {
            Own = answers.Text(ReflectionQuestions.Own),
            Thought = answers.Text(Thought),
            Found = answers.Text(Found),
            Learned = Degrees.FirstOrDefault(each => each.Value == answers.Text(Learned)).Degree,
            Shared = [.. new[] { ReflectionQuestions.Takeaway, ReflectionQuestions.Given, ReflectionQuestions.Own, ReflectionQuestions.Action }.Where(answers.Many(Share).Contains)],
            Measure = int.TryParse(answers.Text(Measured), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= Measure.Least and <= Measure.Most ? value : null,
        }, faults);
    }

    private static IReadOnlyList<(string Value, string Label, Learned? Degree)> Degrees =>
    [
        ("yes", Texts.Plain("reflection.learned-yes"), Reflections.Learned.Yes),
        ("somewhat", Texts.Plain("reflection.learned-somewhat"), Reflections.Learned.Somewhat),
        ("no", Texts.Plain("reflection.learned-no"), Reflections.Learned.No),
    ];

    private static int MostOf(string key) => key == Found ? LongestFind : Longest;

    /// <summary>As a word of its own, written as a name is.</summary>
    private static bool Names(string line, string partner) => partner.Length > 0
        && Regex.IsMatch(line, $@"(?<!\w){Regex.Escape(partner)}(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What one person is asked about one conversation.</summary>
/// <param name="Pairing">How it comes back.</param>
/// <param name="Partners">The names of the others.</param>
/// <param name="Questions">By relationship and role.</param>
/// <param name="Measure">The one whose turn it is; null when none is.</param>
/// <param name="Measured">What they said to it before.</param>
/// <param name="AsksForFind">Whether the program has a channel for what they found, and nothing from this conversation stands there.</param>
public sealed record ReflectionSheet(string Pairing, string Partners, IReadOnlyList<ReflectionQuestion> Questions, Measure? Measure = null, int? Measured = null, bool AsksForFind = false);
