using Microsoft.Extensions.DependencyInjection;
using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph.Tests;

public sealed class DirectoryTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_company_of_430_is_read_by_pages_and_by_nothing_else()
    {
        await using var host = town.Host();
        var (people, pages) = await ReadAsync(host);
        Assert.Equal(429, people.Count); // one has no id
        Assert.Equal(7, pages.Count);
        Assert.Contains(0, pages);
        Assert.DoesNotContain((await town.CallsAsync("GET")).ConvertAll(call => call.GetProperty("call").GetString()), call => call != "GET /users");
    }

    [Fact]
    public async Task A_person_is_what_the_directory_says()
    {
        await using var host = town.Host();
        var (people, _) = await ReadAsync(host);
        var person = people.Single(listed => listed.Name == "Person 10");
        Assert.Equal(("00000000-0000-0000-0000-000000000010", "Engineer", "person10@contoso.onmicrosoft.example", DirectoryStanding.Member), (person.ExternalId, person.Title, person.Email, person.Standing));
        Assert.Equal(new DirectoryFacts("Tools", null, new DateOnly(2024, 5, 6), "00000000-0000-0000-0000-000000000000"), person.Facts);
    }

    [Fact]
    public async Task Guests_and_those_who_left_are_known_as_such()
    {
        await using var host = town.Host();
        var (people, _) = await ReadAsync(host);
        Assert.Equal(DirectoryStanding.Guest, people.Single(listed => listed.Name == "Person 2").Standing);
        Assert.Equal(DirectoryStanding.Deactivated, people.Single(listed => listed.Name == "Person 51").Standing);
    }

    [Fact]
    public async Task What_no_schema_allows_is_read_as_not_said()
    {
        await using var host = town.Host();
        var (people, _) = await ReadAsync(host);
        var person = people.Single(listed => listed.ExternalId.EndsWith("03", StringComparison.Ordinal) && listed.Name.Length == 0);
        Assert.Equal((null, DirectoryFacts.None), (person.Email, person.Facts));
    }

    [Theory]
    [InlineData("https://graph.elsewhere.example/v1.0/users?$skiptoken=1")]
    [InlineData("//evil.example/v1.0/users")]
    [InlineData("http://127.0.0.1:1/graph/v1.0/users")]
    [InlineData("words")]
    public async Task A_place_that_leads_elsewhere_is_not_followed_and_the_reading_begins_again(string cursor)
    {
        await using var host = town.Host();
        var result = await Directory(host).ListPeopleAsync(Town.Installation, cursor, CancellationToken.None);
        Assert.Equal(new Gone(GoneScope.Message, "link-elsewhere"), result.Failure);
    }

    [Fact]
    public async Task Nor_is_one_below_another_root_of_the_same_host()
    {
        await using var host = town.Host();
        Assert.IsType<Gone>((await Directory(host).ListPeopleAsync(Town.Installation, $"{town.Base}/graph/v1.0x/users", CancellationToken.None)).Failure);
        Assert.IsType<Gone>((await Directory(host).ListPeopleAsync(Town.Installation, $"{town.Base}/graph/v1.0/../../healthz", CancellationToken.None)).Failure);
    }

    private static async Task<(List<DirectoryPerson> People, List<int> Pages)> ReadAsync(ServiceProvider host)
    {
        var (people, pages, cursor) = (new List<DirectoryPerson>(), new List<int>(), (string?)null);
        do
        {
            var page = (await Directory(host).ListPeopleAsync(Town.Installation, cursor, CancellationToken.None)).Value!;
            people.AddRange(page.People);
            pages.Add(page.People.Count);
            cursor = page.Next;
        }
        while (cursor is not null);
        return (people, pages);
    }

    private static ICompanyDirectory Directory(ServiceProvider host) => host.GetRequiredService<ICompanyDirectory>();
}
