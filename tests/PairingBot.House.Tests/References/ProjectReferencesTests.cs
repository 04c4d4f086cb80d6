using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.References;

public sealed class ProjectReferencesTests
{
    [Fact]
    public void Projects_refer_to_each_other_in_the_direction_of_the_house() =>
        HouseRule.Holds(Repository.Projects().SelectMany(project => ProjectReferences.Faults(project.Key, project.Value)));

    [Fact]
    public void A_planted_reference_is_found()
    {
        const string planted = """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <ProjectReference Include="..\PairingBot.Domain\PairingBot.Domain.csproj" />
                <ProjectReference Include="../PairingBot.Slack/PairingBot.Slack.csproj" />
                <PackageReference Include="Microsoft.Bot.Builder" />
              </ItemGroup>
            </Project>
            """;

        Assert.Equal(
            ["App refers to Slack, and may not", "App refers to the package Microsoft.Bot.Builder, and may not", "App refers to Microsoft.AspNetCore.App, and may not"],
            ProjectReferences.Faults("App", planted));
    }

    [Fact]
    public void A_project_that_nobody_thought_of_is_found() =>
        Assert.Single(ProjectReferences.Faults("Utils", "<Project />"));
}
