using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>
/// The gallery in English in disguise (<see cref="Language.Pseudo"/>): what still reads as English did not come from the files of texts. What people typed, what is typed as it stands in every language, and
/// the names of things may; they are taken away first.
/// </summary>
internal static partial class Disguise
{
    /// <summary>Something said in the disguise. Only while it is said: the culture belongs to the thread that runs this test.</summary>
    public static T Of<T>(Func<T> said)
    {
        _ = Cast.Usual; // made in English, whoever comes first
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language.Pseudo);
            return said();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The words of a saying, as Slack or Teams shows them, in which English is left.</summary>
    public static IEnumerable<string> English(JsonElement shown, Cast cast)
    {
        string[] given = [.. Commands, .. Names, .. Given(cast)];
        Array.Sort(given, (one, other) => other.Length - one.Length);
        return Visible(shown).Where(text => Word().IsMatch(given.Aggregate(Marks().Replace(text, " "), (rest, name) => rest.Replace(name, "", StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Every text that somebody sees or hears: "text" and "placeholder" hold it wherever they stand, and titles, labels and hints hold one of them; on cards they hold it themselves.</summary>
    private static IEnumerable<string> Visible(JsonElement shown) => shown.ValueKind switch
    {
        JsonValueKind.Object => shown.EnumerateObject().SelectMany(property => property is { Name: "text" or "title" or "label" or "placeholder" or "errorMessage" or "summary" or "fallbackText", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Visible(property.Value)),
        JsonValueKind.Array => shown.EnumerateArray().SelectMany(Visible),
        _ => [],
    };

    /// <summary>What stands as it is in the files, and what one can type, with and without the command before it.</summary>
    private static readonly string[] Commands =
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.properties", SearchOption.AllDirectories)
           where path.Contains("/Wording/en/", StringComparison.Ordinal)
           from line in File.ReadLines(path)
           where !line.StartsWith('#')
           from Match typed in Typed().Matches(line)
           where typed.Groups["typed"].Length > 0
           select typed.Groups["typed"].Value,
        .. IntentReader.CommandWords, "pause 2 weeks", "home", "/coffee",
    ];

    private static readonly string[] Names = ["PairingBot", "Europe/Berlin", "Europe/Lisbon", "Africa/Lagos", "Europe/Istanbul", "Etc/UTC"];

    private static IEnumerable<string> Given(Cast cast) =>
    [
        cast.Ana.Name, cast.Ben.Name, cast.Cem.Name, cast.Ana.ShortName, cast.Ben.ShortName, cast.Cem.ShortName, cast.Program.Name,
        cast.Goal, cast.Ben.Profile.Goal!, "Design", "Support", "Porto", "facilitation", "sql", "gaol", "jion", "hello", "a while", "Chat.Create", "Learning › General", "Learning › Pairs", "Fernhill", "Contoso", "AB2C-DE3F-GH4J", "ana@example.com", "ben@example.com",
        .. cast.Pair(new Domain.Relationships.Peer()).Reasons, .. cast.BothMentees().SelectMany(own => own.Pairing.Reasons), cast.LeftOut.Explanation,
        "Learn facilitation before the spring conference", "How do I end a meeting with a decision?", "“meeting”", "Ben and Cem", "A question at the start changes a meeting.", "How support hears customers", "When a meeting has no question, I ask for one",
    ];

    [GeneratedRegex("[A-Za-z]{2}", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"<(?<mark>[ct])>(?<typed>.*?)</\k<mark>>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typed();

    /// <summary>Mentions, and the beginnings of links; of dates everything but the words between day and time, and the fallback.</summary>
    [GeneratedRegex(@"<[@#]\w+>|<!date\^\d+\^|\{date_long_pretty\}|\{time\}|<(https?|mailto):[^|>]*|</?at>|\]\((https?|mailto):[^)]*\)|&(amp|lt|gt);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
