using PairingBot.App.Reflections;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Where what follows from a conversation is done.</summary>
public sealed class LearningIntents(ReflectionHandler reflections)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, LearningIntent intent, CancellationToken cancel) => intent switch
    {
        OpenReflection open => reflections.OpenAsync(turn, open.Pairing, cancel),
        SaveReflection save => reflections.SaveAsync(turn, save.Pairing, save.Answers, cancel),
        SayActionOutcome outcome => reflections.SettleAsync(turn, outcome.Pairing, outcome.Outcome, cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };
}
