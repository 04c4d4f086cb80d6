using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Reflections;

/// <summary>
/// One of the five things that learning from each other should bring, asked in a word from 1 to 5. One stands in a form of reflection, each in its turn, and none more often than once in eight
/// weeks for a person: so the answers stay fresh, and the form short.
/// </summary>
/// <param name="Key">Stored, for ever.</param>
public sealed record Measure(string Key)
{
    public const int Least = 1, Most = 5;

    public static readonly TimeSpan Rest = TimeSpan.FromDays(56);

    public string Question => Key switch
    {
        "quicker-learning" => Texts.Plain("reflection.measure-quicker-learning"),
        "put-to-use" => Texts.Plain("reflection.measure-put-to-use"),
        "commitment" => Texts.Plain("reflection.measure-commitment"),
        "relations" => Texts.Plain("reflection.measure-relations"),
        _ => Texts.Plain("reflection.measure-satisfaction"),
    };

    /// <summary>In words, from 1.</summary>
    public static IReadOnlyList<string> Scale =>
        [Texts.Plain("reflection.measure-1"), Texts.Plain("reflection.measure-2"), Texts.Plain("reflection.measure-3"), Texts.Plain("reflection.measure-4"), Texts.Plain("reflection.measure-5")];
}

/// <summary>The five.</summary>
public static class MeasureCatalog
{
    public static IReadOnlyList<Measure> All { get; } = [new("quicker-learning"), new("put-to-use"), new("commitment"), new("relations"), new("satisfaction")];

    public static Measure? Find(string key) => All.FirstOrDefault(measure => measure.Key == key);

    /// <summary>The one whose turn it is: never asked, or longest ago, and not within the last eight weeks.</summary>
    public static Measure? Next(IReadOnlyCollection<MeasureTaken> taken, DateTimeOffset now) => All
        .Select(measure => (measure, last: taken.Where(each => each.Kind == measure.Key).Max(each => (DateTimeOffset?)each.At)))
        .Where(each => each.last is null || each.last <= now - Measure.Rest)
        .OrderBy(each => each.last ?? DateTimeOffset.MinValue).Select(each => each.measure).FirstOrDefault();
}

/// <summary>That somebody was asked a measure, and what they said: a number, or nothing. One row for each person and pairing.</summary>
public sealed class MeasureTaken
{
    private MeasureTaken()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProgramId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid PairingId { get; private set; }

    /// <summary>The key of the measure.</summary>
    public string Kind { get; private set; } = "";

    public int? Value { get; private set; }

    /// <summary>When it was asked; once answered, when it was answered.</summary>
    public DateTimeOffset At { get; private set; }

    public static MeasureTaken Ask(Measure measure, Guid program, Guid person, Guid pairing, DateTimeOffset now) =>
        new() { ProgramId = program, PersonId = person, PairingId = pairing, Kind = measure.Key, At = now };

    public void Answer(int value, DateTimeOffset now) => (Value, At) = (value, now);
}
