using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Keys;

public sealed class CatalogueTests
{
    [Fact]
    public void Every_kind_is_in_its_catalogue() => HouseRule.Holds(Catalogue.In(OurTypes.All).SelectMany(catalogue => catalogue.Missing()));

    [Theory]
    [InlineData("RelationshipCatalog")]
    [InlineData("NudgeCatalog")]
    [InlineData("CriterionCatalog")]
    [InlineData("JobSchedule")]
    public void The_catalogues_are_seen(string name) => Assert.Contains(Catalogue.In(OurTypes.All), catalogue => catalogue.List.Name == name);

    [Fact]
    public void A_planted_kind_that_was_forgotten_is_found() =>
        Assert.Equal(["Forgotten is not in PlantedCatalog.All"], Catalogue.In([typeof(PlantedCatalog)]).SelectMany(catalogue => catalogue.Missing()));

    [Fact]
    public void Keys_of_a_planted_catalogue_are_read_with_what_hangs_on_them() =>
        Assert.Equal(["PlantedCatalog listed", "PlantedCatalog listed Role a-role"], Catalogue.In([typeof(PlantedCatalog)]).SelectMany(catalogue => catalogue.Keys()));

    internal static class PlantedCatalog
    {
        public static IReadOnlyList<Kind> All { get; } = [new Listed()];
    }

    internal abstract class Kind
    {
        public abstract string Key { get; }
    }

    internal sealed record PlantedRole(string Key);

    internal sealed class Listed : Kind
    {
        public override string Key => "listed";

        public PlantedRole Role { get; } = new("a-role");
    }

    internal sealed class Forgotten : Kind
    {
        public override string Key => "forgotten";
    }
}
