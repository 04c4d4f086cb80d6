using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Calendars;

/// <summary>The company's calendars in Outlook. Everything is asked and told in UTC.</summary>
internal sealed class GraphCalendars(GraphClient graph, Mailboxes mailboxes, ILogger<GraphCalendars> log) : ICalendars
{
    private const int Minutes = 30;

    private volatile string? asker;

    public bool IsOn => graph.IsOn;

    /// <summary>All in one call, in the name of one of them: whether we may read is decided for the whole company.</summary>
    public async Task<DirectoryResult<IReadOnlyDictionary<string, IReadOnlyList<BusyTime>>>> ReadAsync(
        InstallationKey installation, IReadOnlyList<string> people, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var (addresses, failure) = await mailboxes.FindAsync(people, cancel);
        if (failure is not null) return new(null, failure);
        if (addresses.Count == 0) return new(new Dictionary<string, IReadOnlyList<BusyTime>>(), null);
        var answer = await AskAsync(new ScheduleQuestion([.. addresses.Values.Distinct(StringComparer.OrdinalIgnoreCase)], GraphTime.Write(from), GraphTime.Write(until), Minutes), cancel);
        if (answer.Fault is { } fault) return new(null, fault.Delivery());

        var busy = new Dictionary<string, IReadOnlyList<BusyTime>>(StringComparer.OrdinalIgnoreCase);
        foreach (var schedule in answer.Body.Items("value"))
        {
            if (schedule.Part("error") is { } error) log.CalendarMissing(error.Text("responseCode") is { Length: <= 64 } code ? code : "no-code");
            else if (schedule.Text("scheduleId") is { } owner && Schedule.Read(schedule, from, Minutes) is { } times) busy[owner] = times;
        }

        return new(addresses.Where(named => busy.ContainsKey(named.Value)).ToDictionary(named => named.Key, named => busy[named.Value], StringComparer.OrdinalIgnoreCase), null);
    }

    /// <summary>Whoever has no mailbox (another company's address, no licence) cannot ask for the others, and is asked about all the same.</summary>
    private async Task<GraphAnswer> AskAsync(ScheduleQuestion question, CancellationToken cancel)
    {
        var method = GraphPermissions.ReadCalendars;
        foreach (var name in question.Schedules.Prepend(asker).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var answer = await graph.CallAsync(method, method.Of(name), question, GraphJson.Default.ScheduleQuestion, cancel);
            if (answer.Fault is null) asker = name;
            if (answer.Fault is not { Status: 404 }) return answer;
            if (asker == name) asker = null;
        }

        return new GraphAnswer(default, null); // nobody here has a calendar
    }

    /// <summary>Graph tells it of one mailbox at a time only, so twenty questions go in one request. Whoever's answer has to be asked for again has all of them asked for again.</summary>
    public async Task<DirectoryResult<IReadOnlyDictionary<string, string>>> ZonesAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel)
    {
        var method = GraphPermissions.ReadMailbox;
        var (answers, fault) = await graph.CallEachAsync(method, [.. people.Select(person => method.Of(person) + "?$select=timeZone")], cancel);
        if (fault is not null) return new(null, fault.Delivery());
        var failures = answers.Select(answer => answer.Fault?.Delivery()).OfType<DeliveryResult>().ToList();
        if (failures.Find(failure => failure is (not Gone) or Gone { Scope: GoneScope.Permission }) is { } failure) return new(null, failure);
        var zones = people.Zip(answers, (person, answer) => (person, Zone: GraphTime.Iana(answer.Body.Text("timeZone")))).Where(each => each.Zone is not null);
        return new(zones.DistinctBy(each => each.person, StringComparer.OrdinalIgnoreCase).ToDictionary(each => each.person, each => each.Zone!, StringComparer.OrdinalIgnoreCase), null);
    }

    public async Task<DeliveryResult> BookAsync(InstallationKey installation, MeetingEvent meeting, CancellationToken cancel)
    {
        var (addresses, failure) = await mailboxes.FindAsync(meeting.People, cancel);
        if (failure is not null) return failure;
        if (addresses.Count < meeting.People.Count) return new Gone(GoneScope.Person, "no-mailbox");
        var method = GraphPermissions.Book;
        var others = meeting.People.Where(person => !string.Equals(person, meeting.Organizer, StringComparison.OrdinalIgnoreCase));
        var made = new NewEvent(
            meeting.Subject,
            new EventBody("text", meeting.Words),
            GraphTime.Write(meeting.Slot.From),
            GraphTime.Write(meeting.Slot.Until),
            [.. others.Select(person => new EventAttendee(new EventAddress(addresses[person]), "required"))]) { TransactionId = meeting.Key.ToString("D") };
        return (await graph.CallAsync(method, method.Of(meeting.Organizer), made, GraphJson.Default.NewEvent, cancel)).Delivery();
    }

    public async Task<DeliveryResult> MoveAsync(InstallationKey installation, string organizer, string id, Slot slot, CancellationToken cancel)
    {
        var method = GraphPermissions.Move;
        var answer = await graph.CallAsync(method, method.Of(organizer, id), new NewTimes(GraphTime.Write(slot.From), GraphTime.Write(slot.Until)), GraphJson.Default.NewTimes, cancel);
        return answer.Fault?.Delivery() ?? new Delivered(id);
    }

    public async Task<DeliveryResult> CancelAsync(InstallationKey installation, string organizer, string id, CancellationToken cancel)
    {
        var method = GraphPermissions.Cancel;
        var answer = await graph.CallAsync(method, method.Of(organizer, id), cancel);
        return answer.Fault is null or { Status: 404 or 410 } ? new Delivered(id) : answer.Fault.Delivery();
    }
}
