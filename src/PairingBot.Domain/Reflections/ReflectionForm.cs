using System.Globalization;
using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Reflections;

/// <summary>The three questions after a conversation, as a form, and its answers, checked.</summary>
public static class ReflectionForm
{
    private const int Longest = 2000;

    private const string Takeaway = "takeaway", Given = "given", Action = "action", ActionOn = "action-on";

    /// <param name="earlier">What this person wrote before, if they did.</param>
    public static ChatForm Open(string pairing, string partners, ReflectionAnswers? earlier, DateOnly today) => new(
        ChatForms.Reflection,
        "Looking back",
        "Keep it",
        [
            new FormText(ChatText.Of($"A minute or two, while it is fresh. Nobody but you can read this.")),
            new TextField(Takeaway, "What did you take away?", earlier?.Takeaway, Required: true, ManyLines: true, MaxLength: Longest),
            new TextField(Given, $"What did {Cut(partners)} take away from you?", earlier?.Given, "A guess is fine. Teaching is mutual.", ManyLines: true, MaxLength: Longest),
            new TextField(Action, "What will you do, and when?", earlier?.Action, "One small thing works best: when X happens, I will Y.", ManyLines: true, MaxLength: Longest),
            new DateField(ActionOn, "By which day?", earlier?.ActionOn ?? today.AddDays(7)),
        ],
        pairing);

    /// <summary>The answers, or a fault for each field that needs another look.</summary>
    public static (ReflectionAnswers? Answers, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers, DateOnly today)
    {
        Dictionary<string, string> faults = [];
        var takeaway = answers.Text(Takeaway);
        if (takeaway.Length == 0) faults[Takeaway] = "One sentence is enough. What stays with you?";
        foreach (var key in (string[])[Takeaway, Given, Action])
            if (answers.Text(key).Length > Longest) faults[key] = $"Please say it in {Longest.ToString(CultureInfo.InvariantCulture)} characters or fewer.";
        DateOnly? day = DateOnly.TryParseExact(answers.Text(ActionOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;
        var action = answers.Text(Action);
        if (action.Length > 0 && day < today) faults[ActionOn] = "This day has passed. Please choose one that is still to come.";
        return faults.Count > 0 ? (null, faults) : (new ReflectionAnswers(takeaway, answers.Text(Given), action, action.Length > 0 ? day ?? today.AddDays(7) : null), faults);
    }

    private static string Cut(string names) => names.Length <= 60 ? names : string.Concat(names.AsSpan(0, 59), "…");
}

/// <summary>The answers, in clear: held in memory only while their writer looks at them or they are being sealed.</summary>
public sealed record ReflectionAnswers(string Takeaway, string Given, string Action, DateOnly? ActionOn);
