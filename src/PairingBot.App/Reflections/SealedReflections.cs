using PairingBot.App.Storage;
using PairingBot.Domain.Reflections;

namespace PairingBot.App.Reflections;

/// <summary>Seals and opens the answers of a reflection. Each is bound to its writer, its pairing and its question: moved anywhere else, it does not open.</summary>
public sealed class SealedReflections(Vault vault)
{
    public SealedAnswers Seal(Reflection reflection, ReflectionAnswers answers) => new(
        vault.Seal(answers.Takeaway, Context(reflection, "takeaway")),
        vault.Seal(answers.Given, Context(reflection, "given")),
        vault.Seal(answers.Action, Context(reflection, "action")),
        answers.ActionOn);

    public ReflectionAnswers Open(Reflection reflection) => new(
        vault.OpenText(reflection.Takeaway, Context(reflection, "takeaway")),
        vault.OpenText(reflection.Given, Context(reflection, "given")),
        OpenAction(reflection),
        reflection.ActionOn);

    public string OpenAction(Reflection reflection) => vault.OpenText(reflection.Action, Context(reflection, "action"));

    private static string Context(Reflection reflection, string question) => $"reflection:{reflection.PairingId:N}:{reflection.PersonId:N}:{question}";
}
