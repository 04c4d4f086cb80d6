using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;

namespace PairingBot.App.Conversations;

/// <summary>Where a company has not opened its calendars.</summary>
internal sealed class NoCalendars : ICalendars
{
    private static readonly Gone Off = new(GoneScope.Permission, "off");

    public bool IsOn => false;

    public Task<DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>> ReadAsync(
        InstallationKey installation, IReadOnlyList<string> people, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        Task.FromResult(new DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>(null, Off));

    public Task<DirectoryResult<IReadOnlyDictionary<string, string>>> ZonesAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel) =>
        Task.FromResult(new DirectoryResult<IReadOnlyDictionary<string, string>>(null, Off));

    public Task<DeliveryResult> BookAsync(InstallationKey installation, MeetingEvent meeting, CancellationToken cancel) => Task.FromResult<DeliveryResult>(Off);

    public Task<DeliveryResult> MoveAsync(InstallationKey installation, string organizer, string id, Slot slot, CancellationToken cancel) => Task.FromResult<DeliveryResult>(Off);

    public Task<DeliveryResult> CancelAsync(InstallationKey installation, string organizer, string id, CancellationToken cancel) => Task.FromResult<DeliveryResult>(Off);
}
