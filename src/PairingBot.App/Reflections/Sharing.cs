using PairingBot.App.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Reflections;

/// <summary>What leaves a reflection by its writer's own wish: the lines that they ticked, to the partners; and a line for the channel, shown to its writer first.</summary>
public sealed class Sharing(Outbox outbox, SealedReflections answers)
{
    /// <summary>Each line once in the same words. What is no longer ticked stays with whoever read it, and is sent no more.</summary>
    /// <returns>How many lines are on their way.</returns>
    public int Share(ChatTurn turn, Pairing pairing, Reflection reflection, ReflectionAnswers written, IReadOnlyList<Person> others)
    {
        var told = answers.OpenTold(reflection);
        var lines = written.NewLines(told);
        if (lines.Count == 0) return 0;
        var message = ReflectionWords.Shared(turn.Person, lines, ReflectionBook.Questions(pairing, turn.Person, others));
        foreach (var other in others.Where(turn.Program.Admits)) outbox.ToPeople([other], message, whenInDoubt: WhenInDoubt.SendAgain);
        foreach (var line in lines) told[line.Question] = line.Text;
        reflection.Tell(answers.SealTold(reflection, told));
        return lines.Count;
    }

    /// <returns>Whether there is a line, and a channel for it.</returns>
    public bool ShowFind(ChatTurn turn, Pairing pairing, Reflection reflection, PairingProgram program)
    {
        if (reflection.Find != FoundState.Waiting || program.AnnounceIn is null) return false;
        outbox.ToPeople([turn.Person], ReflectionWords.FindPreview(pairing, reflection, turn.Person, answers.OpenFound(reflection), program), whenInDoubt: WhenInDoubt.SendAgain);
        return true;
    }
}
