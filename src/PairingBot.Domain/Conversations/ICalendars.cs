using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Conversations;

/// <summary>The calendars of a company, with its consent. People are named by their id on the platform of the installation, or by e-mail.</summary>
public interface ICalendars
{
    /// <summary>As many are asked in one call.</summary>
    const int MostAtOnce = 20;

    /// <summary>False when they are not set up: nothing is to be asked of them.</summary>
    bool IsOn { get; }

    /// <summary>When each is busy or away in this stretch of time (six weeks at most), <see cref="MostAtOnce"/> people at most; a person whose calendar cannot be read is missing from the answer.</summary>
    Task<DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>> ReadAsync(InstallationKey installation, IReadOnlyList<string> people, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel);

    /// <summary>In which zone each lives, by its IANA name, as they have set it there; whoever has not, or is not known, is missing from the answer. <see cref="MostAtOnce"/> people at most.</summary>
    Task<DirectoryResult<IReadOnlyDictionary<string, string>>> ZonesAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel);

    /// <summary>Makes the meeting; repeated with the same <see cref="MeetingEvent.Key"/> it makes no other. <see cref="Delivered.Id"/> is its id.</summary>
    Task<DeliveryResult> BookAsync(InstallationKey installation, MeetingEvent meeting, CancellationToken cancel);

    /// <summary>May be repeated.</summary>
    Task<DeliveryResult> MoveAsync(InstallationKey installation, string organizer, string id, Slot slot, CancellationToken cancel);

    /// <summary>May be repeated; one that is no longer there is cancelled.</summary>
    Task<DeliveryResult> CancelAsync(InstallationKey installation, string organizer, string id, CancellationToken cancel);
}

/// <summary>A stretch of time that somebody's calendar has taken. <paramref name="IsAway"/>: out of office.</summary>
public sealed record BusyTime(DateTimeOffset From, DateTimeOffset Until, bool IsAway = false);

/// <summary>A stretch of time that suits everybody.</summary>
public sealed record Slot(DateTimeOffset From, DateTimeOffset Until);

/// <summary>A meeting to be made. <paramref name="Key"/> stays the same for the same meeting; the organizer is one of <paramref name="People"/>.</summary>
public sealed record MeetingEvent(Guid Key, string Organizer, IReadOnlyList<string> People, string Subject, string Words, Slot Slot);
