using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>The program as a form for its organizers, and the form's answers as a checked draft.</summary>
public static class ProgramForm
{
    private const string Name = "name", Channel = "announce-in", Day = "day", Time = "time", Zone = "zone", Every = "every", Types = "relationships", GroupSize = "group-size", CoolDown = "cool-down",
        Joining = "channel-joining", Guests = "guests", Asking = "week-question";

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static readonly Every[] Rhythms = [Programs.Every.Week, Programs.Every.SecondWeek, Programs.Every.ThirdWeek, Programs.Every.FourthWeek, Programs.Every.Month];

    private const string GuestsToo = "may-take-part";

    private const int MostNamed = 20;

    private const int LongestName = 60, MostCoolDown = 200, SmallestGroup = 2, LargestGroup = 8;

    private static readonly (ChannelJoining Value, string Key)[] Joinings = [(ChannelJoining.Invites, "invites"), (ChannelJoining.Enrols, "enrols"), (ChannelJoining.Nothing, "nothing")];

    private static readonly (WeekQuestion Value, string Key)[] Askings = [(WeekQuestion.NotAsked, "not-asked"), (WeekQuestion.SilenceIsIn, "silence-is-in"), (WeekQuestion.SilenceIsOut, "silence-is-out")];

    public static ChatForm Open(PairingProgram program, Person organizer, ProgramFigures figures) => new(ChatForms.Program, Texts.Plain("program.title"), Texts.Plain("program.save"),
    [
        new FormText(Texts.Of("program.figures", ("active", figures.Active), ("paused", figures.Paused), ("when", MembershipWords.Moment(organizer, program.NextRoundAt)))),
        .. OutOfReach(figures),
        new FormButtons([new Choice(ChatActions.Preview, Texts.Plain("buttons.preview")), RunNow]),
        new TextField(Name, Texts.Plain("program.name"), program.Name, Required: true, MaxLength: LongestName),
        .. organizer.InstallationId == program.InstallationId ? [new ChannelField(Channel, Texts.Plain("program.channel"), program.AnnounceIn, Texts.Plain("program.channel.hint")) { Known = figures.Channels }] : (IEnumerable<FormPiece>)[],
        new OneOf(Joining, Texts.Plain("program.joining"), [.. Joinings.Select(joining => new FormOption(joining.Key, Texts.Plain($"program.joining.{joining.Key}")))], Joinings.First(joining => joining.Value == program.ChannelJoining).Key, Texts.Plain("program.joining-hint"), Required: true),
        new OneOf(Day, Texts.Plain("program.day"), [.. Week.Select(day => new FormOption(Text((int)day), Days.Name(day)))], Text((int)program.Cadence.Day), Required: true),
        new TimeField(Time, Texts.Plain("program.time"), program.Cadence.Time, Required: true),
        new TextField(Zone, Texts.Plain("program.zone"), program.Cadence.TimeZone, Texts.Plain("program.zone.hint"), Required: true, MaxLength: 60),
        new OneOf(Every, Texts.Plain("program.every"), [.. Rhythms.Select(rhythm => new FormOption(Text((int)rhythm), Texts.Plain("program.every.label", ("unit", rhythm == Programs.Every.Month ? "month" : "week"), ("count", (int)rhythm))))], Text((int)program.Cadence.Every), Required: true),
        new AnyOf(Types, Texts.Plain("program.relationships"), [.. RelationshipCatalog.All.Select(type => new FormOption(type.Key, Texts.Plain("program.relationship", ("type", type.Key)), type.InOneLine))], program.RelationshipTypes, Required: true),
        new OneOf(GroupSize, Texts.Plain("program.group-size"), [.. Enumerable.Range(SmallestGroup, LargestGroup - SmallestGroup + 1).Select(size => new FormOption(Text(size), Texts.Plain("program.group-size.label", ("people", size))))], Text(program.GroupSize), Required: true),
        new TextField(CoolDown, Texts.Plain("program.cool-down"), Text(program.CoolDownRounds), Texts.Plain("program.cool-down.hint"), Required: true, MaxLength: 3),
        new OneOf(Asking, Texts.Plain("program.asking"), [.. Askings.Select(asking => new FormOption(asking.Key, Texts.Plain($"program.asking.{asking.Key}")))], Askings.First(asking => asking.Value == program.WeekQuestion).Key, Texts.Plain("program.asking-hint"), Required: true),
        new AnyOf(Guests, Texts.Plain("program.guests"), [new FormOption(GuestsToo, Texts.Plain("program.guests.too"), Texts.Plain("program.guests.too.more"))], program.GuestsMayTakePart ? [GuestsToo] : []),
    ]);

    /// <summary>Those who take part and can't be written to are not paired: somebody should know.</summary>
    private static IEnumerable<FormPiece> OutOfReach(ProgramFigures figures)
    {
        if (figures.OutOfReach.Count == 0) yield break;
        var named = figures.OutOfReach.Take(MostNamed).Select(person => Texts.Of("program.person-out-of-reach", ("name", person.ShortName), ("why", Texts.Of($"program.out-of-reach.{person.Unreachable}"))));
        yield return new FormText(Texts.Of("program.out-of-reach", ("count", figures.OutOfReach.Count), ("people", ChatText.Join("; ", named)), ("more", Math.Max(0, figures.OutOfReach.Count - MostNamed))));
    }

    private static Choice RunNow => new(ChatActions.RunNow, Texts.Plain("program.run-now"), Confirm: new Confirmation(
        Texts.Plain("program.run-now.title"), Texts.Plain("program.run-now.text"), Texts.Plain("program.run-now.yes"), Texts.Plain("program.run-now.no")));

    /// <summary>The answers as a draft, or a fault for each field that needs another look.</summary>
    public static (ProgramDraft? Draft, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers)
    {
        Dictionary<string, string> faults = [];
        var name = answers.Text(Name);
        if (name.Length is 0 or > LongestName) faults[Name] = Texts.Plain("program.fault.name", ("most", LongestName));
        var zone = FindZone(answers.Text(Zone));
        if (zone is null) faults[Zone] = Texts.Plain("program.fault.zone");
        var types = RelationshipCatalog.All.Select(type => type.Key).Intersect(answers.Many(Types)).ToList();
        if (types.Count == 0) faults[Types] = Texts.Plain("program.fault.relationships");
        var coolDown = Number(answers.Text(CoolDown), 0, MostCoolDown);
        if (coolDown is null) faults[CoolDown] = Texts.Plain("program.fault.cool-down", ("most", MostCoolDown));
        var day = Number(answers.Text(Day), 0, 6);
        if (day is null) faults[Day] = Texts.Plain("program.fault.day");
        var every = Number(answers.Text(Every), 0, 4);
        if (every is null) faults[Every] = Texts.Plain("program.fault.every");
        var size = Number(answers.Text(GroupSize), SmallestGroup, LargestGroup);
        if (size is null) faults[GroupSize] = Texts.Plain("program.fault.group-size", ("least", SmallestGroup), ("most", LargestGroup));
        if (!TimeOnly.TryParseExact(answers.Text(Time), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) faults[Time] = Texts.Plain("program.fault.time");
        if (faults.Count > 0) return (null, faults);

        var channel = answers.Text(Channel);
        return (new ProgramDraft(name, channel.Length > 0 ? channel : null, new Cadence((DayOfWeek)day!.Value, time, zone!, (Every)every!.Value), types, size!.Value, coolDown!.Value)
        {
            KeepsChannel = !answers.Values.ContainsKey(Channel),
            ChannelJoining = Chosen(Joinings, answers.Text(Joining)),
            GuestsMayTakePart = answers.Values.ContainsKey(Guests) ? answers.Many(Guests).Contains(GuestsToo) : null,
            WeekQuestion = Chosen(Askings, answers.Text(Asking)),
        }, faults);
    }

    public static Reply Saved(PairingProgram program, Person organizer) =>
        Reply.Say("program-saved", Texts.Of("program.saved", ("when", MembershipWords.Moment(organizer, program.NextRoundAt))));

    public static Reply OnlyForOrganizers => Reply.Say("only-for-organizers", Texts.Of("program.only-for-organizers"));

    public static Reply RoundWanted => Reply.Say("round-wanted", Texts.Of("program.round-wanted"));

    public static Reply NobodyToPair => Reply.Say("nobody-to-pair", Texts.Of("program.nobody-to-pair"));

    /// <summary>Null where the form that was sent has no such field, because an earlier version opened it: then everything stays as it is.</summary>
    private static T? Chosen<T>((T Value, string Key)[] options, string key)
        where T : struct => options.Where(option => option.Key == key).Select(option => (T?)option.Value).FirstOrDefault();

    private static string? FindZone(string typed) => TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone) && zone.HasIanaId ? zone.Id : null;

    private static int? Number(string typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How many are in.</summary>
public sealed record ProgramFigures(int Active, int Paused)
{
    /// <summary>Who takes part, and can't be written to.</summary>
    public IReadOnlyList<Person> OutOfReach { get; init; } = [];

    /// <summary>Channels that can be chosen, where the platform does not let people choose among all.</summary>
    public IReadOnlyList<FormOption> Channels { get; init; } = [];

    public static FormOption Channel(ChannelGroup group, KnownChannel channel) => new(channel.ExternalId, Texts.Plain("program.channel.in-group", ("group", group.Name), ("channel", channel.Name)));
}
