using System.Text.RegularExpressions;
using PairingBot.Slack.Api;

namespace PairingBot.Slack;

/// <summary>
/// What somebody typed, out of Slack's spelling: mentions and channels arrive as &lt;@U…|name&gt;, links as &lt;https://…|words&gt;, and
/// &amp; &lt; &gt; escaped. A mention without a name keeps its id, since no name is known.
/// </summary>
internal static partial class TypedText
{
    public static string Read(string? text) => string.IsNullOrEmpty(text) ? "" : Unescape(Marks().Replace(JsonText.WithoutNought(text), Words));

    private static string Words(Match mark)
    {
        var target = mark.Groups["target"].Value;
        var label = mark.Groups["label"];
        return target[0] switch
        {
            '@' or '#' => label.Length > 0 ? target[0] + label.Value : target,
            '!' => label.Length > 0 ? label.Value : "@" + target[1..],
            _ => target.StartsWith("mailto:", StringComparison.Ordinal) && label.Length > 0 ? label.Value : target,
        };
    }

    /// <summary>The ampersand last: "&amp;amp;lt;" was typed as "&amp;lt;".</summary>
    private static string Unescape(string text) => text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");

    [GeneratedRegex(@"<(?<target>[@#!]?[^<>|\s]+)(\|(?<label>[^<>]*))?>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Marks();
}
