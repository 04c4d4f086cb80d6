using PairingBot.App.Storage;
using PairingBot.Domain.Asks;

namespace PairingBot.App.Asks;

/// <summary>Seals and opens what people are stuck on and what they write to each other. Each is bound to its ask, its person and what it is: moved anywhere else, it does not open.</summary>
public sealed class SealedAsks(Vault vault)
{
    public byte[] Topic(Ask ask, string topic) => vault.Seal(topic, TopicOf(ask));

    public string Topic(Ask ask) => vault.OpenText(ask.Topic, TopicOf(ask));

    public byte[] Reason(Ask ask, Guid person, string reason) => vault.Seal(reason, Context(ask, person, "reason"));

    public string Reason(Ask ask, AskCandidate candidate) => vault.OpenText(candidate.Reason, Context(ask, candidate.PersonId, "reason"));

    public byte[] Request(Ask ask, AskCandidate candidate, string request) => vault.Seal(request, Context(ask, candidate.PersonId, "request"));

    public string Request(Ask ask, AskCandidate candidate) => vault.OpenText(candidate.Request, Context(ask, candidate.PersonId, "request"));

    private static string TopicOf(Ask ask) => $"ask:{ask.Id:N}:topic";

    private static string Context(Ask ask, Guid person, string what) => $"ask:{ask.Id:N}:{person:N}:{what}";
}
