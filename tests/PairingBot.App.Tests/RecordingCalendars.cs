using System.Collections.Concurrent;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;

namespace PairingBot.App.Tests;

/// <summary>Calendars that keep what they are told. Like the real ones they make one entry for one key.</summary>
internal sealed class RecordingCalendars : ICalendars
{
    private readonly ConcurrentDictionary<Guid, string> ids = [];

    public bool IsOn { get; set; }

    public Dictionary<string, IReadOnlyList<BusyTime>> Busy { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentDictionary<string, (MeetingEvent Made, Slot Slot)> Events { get; } = [];

    /// <summary>What was asked for, failed or not: "book", "move", "cancel".</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whose calendars were asked for together.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Reads { get; } = [];

    /// <summary>What happens while they are being read.</summary>
    public Func<Task>? WhileReading { get; set; }

    /// <summary>How the next calls end; without one they succeed.</summary>
    public Queue<DeliveryResult> Faults { get; } = new();

    /// <summary>The next call is carried out, and its answer is lost.</summary>
    public bool LosesAnswer { get; set; }

    public async Task<DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>> ReadAsync(
        InstallationKey installation, IReadOnlyList<string> people, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        Reads.Enqueue(people);
        if (WhileReading is { } happens) await happens();
        return Faults.TryDequeue(out var fault)
            ? new DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>(null, fault)
            : new DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>(people.Where(Busy.ContainsKey).ToDictionary(person => person, person => Busy[person]), null);
    }

    public Dictionary<string, string> Zones { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Task<DirectoryResult<IReadOnlyDictionary<string, string>>> ZonesAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel)
    {
        Reads.Enqueue(people);
        return Task.FromResult(Faults.TryDequeue(out var fault)
            ? new DirectoryResult<IReadOnlyDictionary<string, string>>(null, fault)
            : new DirectoryResult<IReadOnlyDictionary<string, string>>(people.Where(Zones.ContainsKey).ToDictionary(person => person, person => Zones[person]), null));
    }

    public Task<DeliveryResult> BookAsync(InstallationKey installation, MeetingEvent meeting, CancellationToken cancel) => Do("book", () =>
    {
        var id = ids.GetOrAdd(meeting.Key, _ => $"event-{ids.Count + 1}");
        Events.TryAdd(id, (meeting, meeting.Slot));
        return new Delivered(id);
    });

    public Task<DeliveryResult> MoveAsync(InstallationKey installation, string organizer, string id, Slot slot, CancellationToken cancel) => Do("move", () =>
    {
        if (!Events.TryGetValue(id, out var known)) return new Gone(GoneScope.Message, "no-such-event");
        Events[id] = (known.Made, slot);
        return new Delivered(id);
    });

    public Task<DeliveryResult> CancelAsync(InstallationKey installation, string organizer, string id, CancellationToken cancel) => Do("cancel", () =>
    {
        Events.TryRemove(id, out _);
        return new Delivered(id);
    });

    private Task<DeliveryResult> Do(string call, Func<DeliveryResult> carryOut)
    {
        Calls.Add(call);
        if (Faults.TryDequeue(out var fault)) return Task.FromResult(fault);
        var done = carryOut();
        if (!LosesAnswer) return Task.FromResult(done);
        LosesAnswer = false;
        return Task.FromResult<DeliveryResult>(new Unavailable("reset"));
    }
}
