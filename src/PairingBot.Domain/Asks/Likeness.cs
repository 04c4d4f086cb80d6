namespace PairingBot.Domain.Asks;

/// <summary>Whether two words may be the same but for a slip of the fingers: by the share of their runs of three letters that they have in common, as PostgreSQL's pg_trgm measures it.</summary>
internal static class Likeness
{
    private const int LeastLetters = 5;
    private const double LeastShare = 0.4;

    public static bool IsLongEnough(string word) => word.Length >= LeastLetters;

    public static bool AreAlike(string one, string other)
    {
        if (!IsLongEnough(one) || !IsLongEnough(other)) return false;
        var (mine, theirs) = (Runs(one), Runs(other));
        var shared = mine.Count(theirs.Contains);
        return shared >= LeastShare * (mine.Count + theirs.Count - shared);
    }

    /// <summary>Two blanks stand before the word and one after it, so that its beginning counts more than its end.</summary>
    private static HashSet<string> Runs(string word)
    {
        var padded = $"  {word} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3))];
    }
}
