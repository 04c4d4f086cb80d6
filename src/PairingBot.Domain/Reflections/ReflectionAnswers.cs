namespace PairingBot.Domain.Reflections;

/// <summary>The answers, in clear: held in memory only while their writer looks at them or they are being sealed.</summary>
public sealed record ReflectionAnswers(string Takeaway, string Given, string Action, DateOnly? ActionOn)
{
    /// <summary>To the question of the writer's own side; empty where there is none.</summary>
    public string Own { get; init; } = "";

    public string Thought { get; init; } = "";

    public string Found { get; init; } = "";

    public Learned? Learned { get; init; }

    /// <summary>Keys of the answers that the partners may read.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>1 to 5; null when nothing was chosen.</summary>
    public int? Measure { get; init; }

    public string Of(string question) => question switch
    {
        ReflectionQuestions.Takeaway => Takeaway,
        ReflectionQuestions.Given => Given,
        ReflectionQuestions.Own => Own,
        ReflectionQuestions.Action => Action,
        _ => "",
    };

    public bool IsNewAction(ReflectionAnswers? earlier) => earlier is null || (Action, ActionOn) != (earlier.Action, earlier.ActionOn);

    /// <summary>What the partners are to be sent now: shared, and not what they have in these very words.</summary>
    public IReadOnlyList<SharedLine> NewLines(IReadOnlyDictionary<string, string> told) =>
        [.. Shared.Select(question => new SharedLine(question, Of(question))).Where(line => line.Text.Length > 0 && told.GetValueOrDefault(line.Question) != line.Text)];
}

/// <summary>An answer that its writer shares.</summary>
public sealed record SharedLine(string Question, string Text);
