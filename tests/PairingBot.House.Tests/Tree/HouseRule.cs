namespace PairingBot.House.Tests.Tree;

internal static class HouseRule
{
    /// <summary>Fails with all faults at once, one a line.</summary>
    public static void Holds(IEnumerable<string> faults) => Assert.True(!faults.Any(), "\n" + string.Join('\n', faults));
}
