using PairingBot.App.Storage;
using PairingBot.Domain.Reflections;

namespace PairingBot.App.Reflections;

/// <summary>Seals and opens the answers of a reflection. Each is bound to its writer, its pairing and its question: moved anywhere else, it does not open.</summary>
public sealed class SealedReflections(Vault vault)
{
    public SealedAnswers Seal(Reflection reflection, ReflectionAnswers answers) => new(
        vault.Seal(answers.Takeaway, Context(reflection, "takeaway")),
        vault.Seal(answers.Given, Context(reflection, "given")),
        vault.Seal(answers.Own, Context(reflection, "own")),
        vault.Seal(answers.Action, Context(reflection, "action")),
        vault.Seal(answers.Thought, Context(reflection, "thought")),
        vault.Seal(answers.Found, Context(reflection, "found")));

    public ReflectionAnswers Open(Reflection reflection) => new(
        vault.OpenText(reflection.Takeaway, Context(reflection, "takeaway")),
        vault.OpenText(reflection.Given, Context(reflection, "given")),
        OpenAction(reflection),
        reflection.ActionOn)
    {
        Own = vault.OpenText(reflection.Own, Context(reflection, "own")),
        Thought = vault.OpenText(reflection.Thought, Context(reflection, "thought")),
        Found = OpenFound(reflection),
        Learned = reflection.Learned,
        Shared = reflection.Shared,
    };

    public string OpenAction(Reflection reflection) => vault.OpenText(reflection.Action, Context(reflection, "action"));

    public string OpenFound(Reflection reflection) => vault.OpenText(reflection.Found, Context(reflection, "found"));

    /// <summary>What the partners were sent, by question.</summary>
    public byte[] SealTold(Reflection reflection, IReadOnlyDictionary<string, string> told) => vault.Seal(StoredJson.WriteBytes(told), Context(reflection, "told"));

    public Dictionary<string, string> OpenTold(Reflection reflection) =>
        reflection.Told.Length == 0 ? [] : StoredJson.Read<Dictionary<string, string>>(vault.Open(reflection.Told, Context(reflection, "told")));

    /// <summary>Its writer goes by another account.</summary>
    public void Move(Reflection reflection, Guid person)
    {
        reflection.Move(person, new SealedAnswers(Anew(reflection.Takeaway, "takeaway"), Anew(reflection.Given, "given"), Anew(reflection.Own, "own"), Anew(reflection.Action, "action"), Anew(reflection.Thought, "thought"), Anew(reflection.Found, "found")), Anew(reflection.Told, "told"));

        byte[] Anew(byte[] box, string question) =>
            box.Length == 0 ? box : vault.Seal(vault.Open(box, Context(reflection, question)), Context(reflection.PairingId, person, question));
    }

    private static string Context(Reflection reflection, string question) => Context(reflection.PairingId, reflection.PersonId, question);

    private static string Context(Guid pairing, Guid person, string question) => $"reflection:{pairing:N}:{person:N}:{question}";
}
