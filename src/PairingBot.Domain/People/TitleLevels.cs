namespace PairingBot.Domain.People;

/// <summary>
/// Reads a level out of a job title, where a title says one. The highest word counts ("Senior Director" is a director), and what only sounds like a rank is taken out first. A title that says nothing of
/// rank gives no level: nobody is guessed to be a beginner.
/// </summary>
public static class TitleLevels
{
    /// <summary>Phrases in which a word of rank says nothing of rank.</summary>
    private static readonly string[] NotARank =
    [
        "chief of staff", "lead generation", "lead gen", "art director", "creative director", "director of photography", "scrum master", "executive assistant",
        "account executive", "sales executive", "marketing executive", "principal investigator", "head chef", "customer lead",
    ];

    /// <summary>What follows on these is somebody else's rank.</summary>
    private static readonly string[] OfSomebodyElse = ["assistant to", "assistant of", "office of", "deputy to", "reporting to"];

    /// <summary>The highest first.</summary>
    private static readonly (int Level, string[] Words)[] Ladder =
    [
        (6, ["chief", "ceo", "cto", "cfo", "coo", "cmo", "cio", "cpo", "chro", "ciso", "vp", "svp", "evp", "vice president", "president", "managing director", "executive director", "founder", "cofounder", "geschäftsführer", "geschäftsführerin"]),
        (5, ["director", "head of", "head", "abteilungsleiter", "abteilungsleiterin", "directeur", "directrice"]),
        (4, ["lead", "leader", "principal", "staff", "team lead", "teamleiter", "teamleiterin", "supervisor"]),
        (3, ["senior", "sr", "expert"]),
        (1, ["junior", "jr", "intern", "internship", "trainee", "apprentice", "graduate", "entry level", "working student", "werkstudent", "werkstudentin"]),
    ];

    /// <summary>Null where the title says nothing of rank.</summary>
    public static int? Read(string? title)
    {
        var words = Words(title);
        foreach (var phrase in NotARank) words = words.Replace($" {phrase} ", " ", StringComparison.Ordinal);
        foreach (var phrase in OfSomebodyElse) words = words.IndexOf($" {phrase} ", StringComparison.Ordinal) is >= 0 and var at ? words[..(at + 1)] : words;
        foreach (var (level, ranks) in Ladder)
        {
            if (Array.Exists(ranks, rank => words.Contains($" {rank} ", StringComparison.Ordinal))) return level;
        }

        return null;
    }

    /// <summary>In lower case, one space between two words and around all of them.</summary>
    private static string Words(string? title) =>
        $" {string.Join(' ', string.Concat((title ?? "").ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
}
