using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>The more hours both work, the easier a time is found; beyond five it makes no difference.</summary>
internal sealed class MoreSharedHours : WeightedCriterion
{
    private const int Unknown = 50;
    private const int Plenty = 300;
    private const int WorthSaying = 180;

    public override string Key => "more-shared-hours";

    public override bool IsGeneral => true;

    public override int Score(in Fit fit) => fit.Facts.SharedMinutes is { } minutes ? Math.Min(100, 100 * minutes / Plenty) : Unknown;

    public override string? Reason(in Fit fit) => fit.Facts.SharedMinutes >= WorthSaying
        ? Texts.Plain("matching.shared-hours", ("one", fit.Seeker.Name), ("other", fit.Giver.Name), ("number", Texts.Numeral(fit.Facts.SharedMinutes.Value / 60)), ("hours", fit.Facts.SharedMinutes.Value / 60))
        : null;
}
