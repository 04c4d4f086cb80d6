using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Asks;

/// <summary>The two forms of an ask: what somebody is stuck on, and the request to one person.</summary>
public static class AskForm
{
    public const int LongestTopic = 300;

    private const int LongestRequest = 1500;

    private const string TopicField = "topic", RequestField = "request";

    public static ChatForm Topic() => new(
        ChatForms.AskTopic,
        Texts.Plain("asks.press"),
        Texts.Plain("asks.form.find"),
        [
            new FormText(Texts.Of("asks.form.topic.intro")),
            new TextField(TopicField, Texts.Plain("asks.form.topic"), Hint: Texts.Plain("asks.form.topic.hint"), Required: true, ManyLines: true, MaxLength: LongestTopic),
        ]);

    /// <param name="argument">Of the candidate.</param>
    /// <param name="giver">How they are called.</param>
    /// <param name="draft">What to begin with.</param>
    public static ChatForm Request(string argument, string giver, string draft) => new(
        ChatForms.AskRequest,
        Texts.Plain("asks.form.title"),
        Texts.Plain("asks.form.send"),
        [
            new FormText(Texts.Of("asks.form.request.intro", ("giver", giver))),
            new TextField(RequestField, Texts.Plain("asks.form.request"), Cut(draft), Texts.Plain("asks.form.request.hint"), Required: true, ManyLines: true, MaxLength: LongestRequest),
        ],
        argument);

    public static (string Topic, IReadOnlyDictionary<string, string> Faults) ReadTopic(FormAnswers answers) => Read(answers, TopicField, LongestTopic);

    public static (string Request, IReadOnlyDictionary<string, string> Faults) ReadRequest(FormAnswers answers) => Read(answers, RequestField, LongestRequest);

    private static (string, IReadOnlyDictionary<string, string>) Read(FormAnswers answers, string field, int longest)
    {
        Dictionary<string, string> faults = [];
        var typed = answers.Text(field);
        if (typed.Length == 0) faults[field] = Texts.Plain("asks.form.empty");
        if (typed.Length > longest) faults[field] = Texts.Plain("asks.form.long", ("most", longest));
        return (typed, faults);
    }

    private static string Cut(string draft) => draft.Length <= LongestRequest ? draft : draft[..LongestRequest];
}
