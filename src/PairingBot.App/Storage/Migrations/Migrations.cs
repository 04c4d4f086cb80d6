using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PairingBot.App.Storage.Migrations;

/// <summary>The first version of everything that is kept.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261121_first")]
internal sealed class First : SqlMigration
{
    protected override string Script => "20261121_first";
}

/// <summary>The tables of the job engine.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261121_second_engine")]
internal sealed class Engine : SqlMigration
{
    protected override string Script => "20261121_engine";
}

/// <summary>A round out of turn is wanted beside the rhythm, no longer by moving its date.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261121_third_wanted_rounds")]
internal sealed class WantedRounds : SqlMigration
{
    protected override string Script => "20261121_wanted_rounds";
}

/// <summary>A giver may take several seekers in one round.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261122_capacity")]
internal sealed class Capacity : SqlMigration
{
    protected override string Script => "20261122_capacity";
}

/// <summary>Many workspaces, each with a token of its own.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261123_install")]
internal sealed class Install : SqlMigration
{
    protected override string Script => "20261123_install";
}

/// <summary>Programs live in channels, ask before rounds and may take guests; the directory's own facts are kept apart from what people say.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261124_programs")]
internal sealed class Programs : SqlMigration
{
    protected override string Script => "20261124_programs";
}

/// <summary>Posts in doubt, matches made while a round runs, and how far its introductions are.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261125_delivery")]
internal sealed class DeliveryInDoubt : SqlMigration
{
    protected override string Script => "20261125_delivery";
}

/// <summary>
/// A migration is a reviewed SQL file beside this class (embedded), because the tool that would generate C# is not to be had where this is built. The schema expands,
/// then contracts; forward only. A test holds the sum of all to the model.
/// </summary>
internal abstract class SqlMigration : Migration
{
    protected abstract string Script { get; }

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var stream = typeof(SqlMigration).Assembly.GetManifestResourceStream($"Migrations.{Script}.sql") ?? throw new InvalidOperationException($"The script of migration {Script} is not in the assembly.");
        using var reader = new StreamReader(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}

/// <summary>Conversations that no round brought, and who sits where in each.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261126_conversations")]
internal sealed class ConversationsOfPrograms : SqlMigration
{
    protected override string Script => "20261126_conversations";
}

/// <summary>What the people of a conversation were shown, when they meet, and who has asked in their own words.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261127_types")]
internal sealed class QuestionsAndMeetings : SqlMigration
{
    protected override string Script => "20261127_types";
}

/// <summary>What people agree on before or while they talk: both say yes, somebody is there, somebody asks.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261128_agreements")]
internal sealed class Agreements : SqlMigration
{
    protected override string Script => "20261128_agreements";
}

/// <summary>What people share of what they learned, how their conversations go on, and five figures.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261129_learning")]
internal sealed class LearningFromConversations : SqlMigration
{
    protected override string Script => "20261129_learning";
}

/// <summary>Where people can be reached, who can't be, and group messages that go to each person alone.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261130_reach")]
internal sealed class ReachingPeople : SqlMigration
{
    protected override string Script => "20261130_reach";
}

/// <summary>Times that are offered, and the meetings that stand in calendars.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261201_calendar")]
internal sealed class CalendarsOfCompanies : SqlMigration
{
    protected override string Script => "20261201_calendar";
}

/// <summary>Installations that belong to one organization, and people who are known in two of them.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261202_organization")]
internal sealed class OrganizationsOfInstallations : SqlMigration
{
    protected override string Script => "20261202_organization";
}

/// <summary>For which round somebody's calendar has been looked at.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261203_absence")]
internal sealed class AbsencesFromRounds : SqlMigration
{
    protected override string Script => "20261203_absence";
}

/// <summary>Channels that can be chosen where a platform lets nobody choose among all.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261203_channels")]
internal sealed class ChannelsToChoose : SqlMigration
{
    protected override string Script => "20261203_channels";
}

/// <summary>When somebody's mailbox was last asked for their time zone.</summary>
[DbContext(typeof(PairingBotDb))]
[Migration("20261203_zones")]
internal sealed class ZonesOfMailboxes : SqlMigration
{
    protected override string Script => "20261203_zones";
}
