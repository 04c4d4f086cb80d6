using PairingBot.App.Conversations;
using PairingBot.App.Insights;
using PairingBot.App.Reflections;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Where what follows from a conversation is done.</summary>
public sealed class LearningIntents(ReflectionHandler reflections, ActionHandler actions, FindHandler finds, SeriesHandler series, LearningBook learning)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, LearningIntent intent, CancellationToken cancel) => intent switch
    {
        OpenReflection open => reflections.OpenAsync(turn, open.Pairing, cancel),
        LookBack => reflections.OpenLatestAsync(turn, cancel),
        SaveReflection save => reflections.SaveAsync(turn, save.Pairing, save.Answers, cancel),
        SayTalked talked => reflections.OpenTalkedAsync(turn, talked.Pairing, cancel),
        SayActionOutcome outcome => actions.SettleAsync(turn, outcome.Pairing, outcome.Outcome, cancel),
        SayHelp help => actions.HelpAsync(turn, help.Pairing, help.Help, cancel),
        PassOnFind find => finds.PassOnAsync(turn, find.Line, find.IsPosted, cancel),
        SayAgain again => series.AgainAsync(turn, again.Pairing, again.Wish, cancel),
        AnswerSeries answer => series.AnswerAsync(turn, answer.Question, answer.Answer, cancel),
        FinishSeries finish => series.FinishAsync(turn, finish.Series, cancel),
        ShowLearning => learning.ShowAsync(turn, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };
}
