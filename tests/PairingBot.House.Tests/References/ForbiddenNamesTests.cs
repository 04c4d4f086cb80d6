using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.References;

public sealed class ForbiddenNamesTests
{
    [Fact]
    public void No_project_names_what_is_not_its_business() =>
        HouseRule.Holds(Repository.Sources("src").SelectMany(ForbiddenNames.Faults));

    [Theory]
    [InlineData("Domain", "using Microsoft.EntityFrameworkCore;")]
    [InlineData("Domain", "class X { void M() => Microsoft.AspNetCore.Http.Results.Ok(); }")]
    [InlineData("Domain", "class X { System.Net.Http.HttpMessageHandler? H; }")]
    [InlineData("Domain", "class X { HttpClient? H; }")]
    [InlineData("Domain", "using System.Text.Json.Serialization;")]
    [InlineData("Domain", "class SlackUser;")]
    [InlineData("Matching", "class X { int PersonCount; }")]
    [InlineData("Matching", "using Microsoft.Extensions.Logging;")]
    [InlineData("Slack", "using static PairingBot.App.AppSetup;")]
    [InlineData("App", "class X { object TeamsTenant; }")]
    [InlineData("Playground", "using Chat = PairingBot.Domain.Chat;")]
    public void A_planted_name_is_found(string project, string code) =>
        Assert.NotEmpty(ForbiddenNames.Faults(new SourceFile($"src/PairingBot.{project}/Planted.cs", code)));

    [Theory]
    [InlineData("Matching", "class X { int EdgeSlack; }")]
    [InlineData("Domain", "/* as Slack does */ class X { string Platform = \"slack\"; }")]
    [InlineData("Domain", "namespace PairingBot.Domain.Chat;")]
    public void What_is_free_stays_free(string project, string code) =>
        Assert.Empty(ForbiddenNames.Faults(new SourceFile($"src/PairingBot.{project}/Free.cs", code)));
}
