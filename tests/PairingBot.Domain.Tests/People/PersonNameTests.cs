using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ana Lima", "Ana Lima")]
    [InlineData("  Ana \r\n Lima\t", "Ana Lima")]
    [InlineData("\u202Eanna\u202C \u2067x\u2069\u200F", "anna x")]
    [InlineData("👩‍👩‍👧‍👦 Ana", "👩‍👩‍👧‍👦 Ana")] // joined by joiners, which stay
    [InlineData("نرم‌افزار", "نرم‌افزار")]
    [InlineData("<!channel> *Bob*", "<!channel> *Bob*")] // words, which every platform escapes
    public void What_is_kept_is_one_clean_line(string listed, string kept) => Assert.Equal(kept, Named(listed).Name);

    [Theory]
    [InlineData("Ana Lima", "Ana")]
    [InlineData("عمر الفاروق", "\u2068عمر\u2069")]
    [InlineData("שרה", "\u2068שרה\u2069")]
    [InlineData("Bob", "Bob")]
    public void A_name_from_right_to_left_stands_apart_in_a_text(string listed, string shown) => Assert.Equal(shown, Named(listed).ShortName);

    [Theory]
    [InlineData("")]
    [InlineData(" \u202E ")]
    [InlineData("U1")] // the directory knows no name, and gives the id
    public void Somebody_without_a_name_is_a_colleague(string listed)
    {
        var person = Named(listed);
        Assert.Equal(("your colleague", "your colleague"), (person.ShortName, person.Mention.Name));
        Assert.NotEqual("", person.Name); // known all the same: nobody needs to look for them again
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("Level 4", 4)]
    [InlineData("senior", 3)]
    [InlineData("IC5", null)]
    [InlineData("7", null)]
    [InlineData("", null)]
    public void A_level_is_read_or_left_aside(string written, int? level) => Assert.Equal(level, JobLevels.Read(written));

    [Theory]
    [InlineData("2024-02-29", "2026-02-28", 2)]
    [InlineData("2024-03-02", "2026-03-01", 1)]
    [InlineData("2030-01-01", "2026-03-01", 0)]
    public void Years_count_from_the_day_one_began(string began, string today, int years)
    {
        var person = Named("Ana");
        person.Listed(new DirectoryPerson("U1", "Ana", null, null, null, false, false, DirectoryStanding.Member) { Facts = new DirectoryFacts(StartedOn: DateOnly.Parse(began, System.Globalization.CultureInfo.InvariantCulture)) });
        Assert.Equal(years, person.YearsOfExperience(DateTimeOffset.Parse(today + "T12:00Z", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Person Named(string listed) => Somebody.Called(listed, externalId: "U1");
}
