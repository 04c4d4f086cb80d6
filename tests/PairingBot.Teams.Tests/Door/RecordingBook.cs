using System.Collections.Concurrent;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Tests.Door;

/// <summary>A book of references in memory, for the one tenant of these tests.</summary>
internal sealed class RecordingBook : IReferenceBook
{
    private readonly ConcurrentDictionary<string, ChatReference> kept = new();

    public IReadOnlyDictionary<string, ChatReference> Kept => kept;

    public bool IsBroken { get; set; }

    public void Forget() => kept.Clear();

    public Task<bool> KeepAsync(InstallationKey installation, ChatReference seen, CancellationToken cancel)
    {
        if (IsBroken) throw new InvalidOperationException("the database is down");
        kept[seen.Conversation] = seen;
        return Task.FromResult(true);
    }

    public Task<ChatReference?> OfPersonAsync(InstallationKey installation, string person, CancellationToken cancel) => Task.FromResult(kept.Values.FirstOrDefault(known => known.Person == person));

    public Task<string?> ServiceAddressAsync(InstallationKey installation, string? conversation, CancellationToken cancel) =>
        Task.FromResult(kept.Values.FirstOrDefault(known => conversation is null || known.Conversation == conversation)?.ServiceAddress);

    public Task ForgetAsync(InstallationKey installation, string conversation, CancellationToken cancel)
    {
        kept.TryRemove(conversation, out _);
        return Task.CompletedTask;
    }
}
