using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Programs;

/// <summary>The program as a form for its organizers, and the form's answers as a checked draft.</summary>
public static class ProgramForm
{
    private const string Name = "name", Channel = "announce-in", Day = "day", Time = "time", Zone = "zone", Every = "every", Types = "relationships", GroupSize = "group-size", CoolDown = "cool-down",
        Joining = "channel-joining", Guests = "guests", Asking = "week-question";

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static readonly (Every Value, string Label)[] Rhythms =
    [
        (Programs.Every.Week, "Every week"), (Programs.Every.SecondWeek, "Every 2 weeks"), (Programs.Every.ThirdWeek, "Every 3 weeks"), (Programs.Every.FourthWeek, "Every 4 weeks"), (Programs.Every.Month, "Once a month"),
    ];

    private const string GuestsToo = "may-take-part";

    private static readonly (ChannelJoining Value, string Key, string Label)[] Joinings =
    [
        (ChannelJoining.Invites, "invites", "is invited, once"), (ChannelJoining.Enrols, "enrols", "takes part, and is told how to stop"), (ChannelJoining.Nothing, "nothing", "only reads the announcements"),
    ];

    private static readonly (WeekQuestion Value, string Key, string Label)[] Askings =
    [
        (WeekQuestion.NotAsked, "not-asked", "No"), (WeekQuestion.SilenceIsIn, "silence-is-in", "Yes; whoever says nothing is in"), (WeekQuestion.SilenceIsOut, "silence-is-out", "Yes; whoever says nothing sits out"),
    ];

    public static ChatForm Open(PairingProgram program, Person organizer, ProgramFigures figures) => new(ChatForms.Program, "Run the program", "Save",
    [
        new FormText(ChatText.Of($"{Count(figures.Active)} taking part, {(figures.Paused == 0 ? "nobody is" : Count(figures.Paused))} paused. The next round opens {MembershipWords.Moment(organizer, program.NextRoundAt)}.")),
        new FormButtons([new Choice(ChatActions.Preview, "Preview the next round"), new Choice(ChatActions.RunNow, "Run a round now", Confirm: new Confirmation("Run a round now?", "Everybody who takes part gets an introduction within minutes.", "Run it", "Not yet"))]),
        new TextField(Name, "Name", program.Name, Required: true, MaxLength: 60),
        new ChannelField(Channel, "The program's channel", program.AnnounceIn, "Rounds are announced there. Please invite me to it: type /invite @PairingBot in the channel."),
        new OneOf(Joining, "Whoever joins that channel", [.. Joinings.Select(joining => new FormOption(joining.Key, joining.Label))], Joinings.First(joining => joining.Value == program.ChannelJoining).Key, "Whoever leaves it is paused until they come back, unless rounds are only announced there. Those who are in it already get one message in the channel, together.", Required: true),
        new OneOf(Day, "Day", [.. Week.Select(day => new FormOption(Text((int)day), CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day)))], Text((int)program.Cadence.Day), Required: true),
        new TimeField(Time, "Time", program.Cadence.Time, Required: true),
        new TextField(Zone, "Time zone", program.Cadence.TimeZone, "Region and town, like Europe/Berlin or America/New_York.", Required: true, MaxLength: 60),
        new OneOf(Every, "How often", [.. Rhythms.Select(rhythm => new FormOption(Text((int)rhythm.Value), rhythm.Label))], Text((int)program.Cadence.Every), Required: true),
        new AnyOf(Types, "Relationships on offer", [.. RelationshipCatalog.All.Select(type => new FormOption(type.Key, Capital(type.Key), type.InOneLine))], program.RelationshipTypes, Required: true),
        new OneOf(GroupSize, "Group size", [.. Enumerable.Range(2, 7).Select(size => new FormOption(Text(size), size == 2 ? "2, a pair" : Text(size)))], Text(program.GroupSize), Required: true),
        new TextField(CoolDown, "Rounds before the same two may meet again", Text(program.CoolDownRounds), "0 means no rule, but still as late as possible.", Required: true, MaxLength: 3),
        new OneOf(Asking, "Ask people before each round", [.. Askings.Select(asking => new FormOption(asking.Key, asking.Label))], Askings.First(asking => asking.Value == program.WeekQuestion).Key, "“Are you in?”, a working day before, with two buttons.", Required: true),
        new AnyOf(Guests, "Guests", [new FormOption(GuestsToo, "Guests may take part", "They can only be paired with people whom they can see in this workspace.")], program.GuestsMayTakePart ? [GuestsToo] : []),
    ]);

    /// <summary>The answers as a draft, or a fault for each field that needs another look.</summary>
    public static (ProgramDraft? Draft, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers)
    {
        Dictionary<string, string> faults = [];
        var name = answers.Text(Name);
        if (name.Length is 0 or > 60) faults[Name] = "Please give it a name of up to 60 characters.";
        var zone = FindZone(answers.Text(Zone));
        if (zone is null) faults[Zone] = "I don't know this time zone. Write region and town, like Europe/Berlin.";
        var types = RelationshipCatalog.All.Select(type => type.Key).Intersect(answers.Many(Types)).ToList();
        if (types.Count == 0) faults[Types] = "Choose at least one relationship.";
        var coolDown = Number(answers.Text(CoolDown), 0, 200);
        if (coolDown is null) faults[CoolDown] = "Please give a whole number from 0 to 200.";
        var day = Number(answers.Text(Day), 0, 6);
        if (day is null) faults[Day] = "Please choose a day.";
        var every = Number(answers.Text(Every), 0, 4);
        if (every is null) faults[Every] = "Please choose how often.";
        var size = Number(answers.Text(GroupSize), 2, 8);
        if (size is null) faults[GroupSize] = "Please choose a size from 2 to 8.";
        if (!TimeOnly.TryParseExact(answers.Text(Time), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) faults[Time] = "Please choose a time.";
        if (faults.Count > 0) return (null, faults);

        var channel = answers.Text(Channel);
        return (new ProgramDraft(name, channel.Length > 0 ? channel : null, new Cadence((DayOfWeek)day!.Value, time, zone!, (Every)every!.Value), types, size!.Value, coolDown!.Value)
        {
            ChannelJoining = Chosen(Joinings, answers.Text(Joining)),
            GuestsMayTakePart = answers.Values.ContainsKey(Guests) ? answers.Many(Guests).Contains(GuestsToo) : null,
            WeekQuestion = Chosen(Askings, answers.Text(Asking)),
        }, faults);
    }

    public static Reply Saved(PairingProgram program, Person organizer) =>
        Reply.Say("program-saved", ChatText.Of($"Saved. The next round opens {MembershipWords.Moment(organizer, program.NextRoundAt)}."));

    public static Reply OnlyForOrganizers { get; } =
        Reply.Say("only-for-organizers", ChatText.Of($"Only the admins of this workspace can run the program. If you have a wish, they will be glad to hear it."));

    public static Reply RoundWanted { get; } =
        Reply.Say("round-wanted", ChatText.Of($"The round is opening now. The introductions go out within minutes."));

    public static Reply NobodyToPair { get; } =
        Reply.Say("nobody-to-pair", ChatText.Of($"Fewer than two people would take part right now, so there is nobody to pair yet. Tell your colleagues of {ChatText.Strong("/coffee join")}, and try again."));

    /// <summary>Null where the form that was sent has no such field, because an earlier version opened it: then everything stays as it is.</summary>
    private static T? Chosen<T>((T Value, string Key, string Label)[] options, string key)
        where T : struct => options.Where(option => option.Key == key).Select(option => (T?)option.Value).FirstOrDefault();

    private static string? FindZone(string typed) => TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone) && zone.HasIanaId ? zone.Id : null;

    private static int? Number(string typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static string Count(int people) => people == 1 ? "1 person is" : $"{Text(people)} people are";

    private static string Capital(string key) => char.ToUpperInvariant(key[0]) + key[1..];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How many are in.</summary>
public sealed record ProgramFigures(int Active, int Paused);
