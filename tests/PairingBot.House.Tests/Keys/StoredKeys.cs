using System.Reflection;
using System.Text.RegularExpressions;

namespace PairingBot.House.Tests.Keys;

/// <summary>
/// Keys that messages, rows and the job engine hold. One may be added, with a line in <c>stored-keys.txt</c>; none may ever change or go,
/// because what was stored under it last year is read today.
/// </summary>
public static partial class StoredKeys
{
    public static IEnumerable<string> Faults(IReadOnlyCollection<string> golden, IReadOnlyCollection<string> keys) =>
    [
        .. from key in golden.Except(keys) select $"gone or renamed, and must come back: {key}",
        .. from key in keys.Except(golden) select $"new; if it is to stay for ever, add this line to stored-keys.txt: {key}",
        .. from key in keys where !IsKebabCase(key.Split(' ')[^1]) select $"not kebab-case: {key}",
        .. from same in keys.GroupBy(key => key) where same.Count() > 1 select $"used twice: {same.Key}",
    ];

    /// <summary>"ChatActions join": the text constants of a class that is a list of keys.</summary>
    public static IEnumerable<string> ConstantsOf(Type list) =>
        from field in list.GetFields(BindingFlags.Static | BindingFlags.Public)
        where field.IsLiteral && field.FieldType == typeof(string)
        select $"{list.Name} {field.GetRawConstantValue()}";

    private static bool IsKebabCase(string key) => KebabCase().IsMatch(key);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KebabCase();
}
