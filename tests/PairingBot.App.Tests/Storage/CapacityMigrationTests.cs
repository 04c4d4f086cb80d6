using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;
using PairingBot.App.Storage;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

/// <summary>A database that was in use before a giver could take several.</summary>
public sealed class CapacityMigrationTests
{
    private static readonly Guid Ana = StoredId.Of("Ana"), Ben = StoredId.Of("Ben");

    [Fact]
    public async Task Its_pairings_know_their_giver_and_its_people_help_one_at_a_time()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var db = Bot.Open(database.ConnectionString);
        await MigrateToTheVersionBeforeAsync(db);
        await FillAsync(db);
        await db.Database.MigrateAsync();

        var members = await db.Set<PairingMember>().ToListAsync();
        Assert.Equal([("mentor", Ana)], members.Where(member => member.Gives).Select(member => (member.Role, member.PersonId)));
        Assert.Equal(4, members.Count);
        Assert.Equal(1, (await db.Participants.SingleAsync()).Capacity);
    }

    /// <summary>While replicas are exchanged one after the other.</summary>
    [Fact]
    public async Task A_host_of_the_version_before_can_still_write_to_it()
    {
        await using var database = await TestDatabase.CreateAsync(Bot.MigrateAsync);
        await using var db = Bot.Open(database.ConnectionString);
        await FillAsync(db);
        Assert.Equal((4, 1), (await db.Set<PairingMember>().CountAsync(), (await db.Participants.SingleAsync()).Capacity));
    }

    // By hand: the name of the first migration is too short for the migrator to take one as its target.
    private static async Task MigrateToTheVersionBeforeAsync(PairingBotDb db)
    {
        var (assembly, history) = (db.GetService<IMigrationsAssembly>(), db.GetService<IHistoryRepository>());
        await RunAsync(db, history.GetCreateScript());
        foreach (var (id, type) in assembly.Migrations.Where(each => string.CompareOrdinal(each.Key, "20261122_capacity") < 0))
        {
            await RunAsync(db, assembly.CreateMigration(type, db.Database.ProviderName!).UpOperations.OfType<SqlOperation>().Single().Sql);
            await RunAsync(db, history.GetInsertScript(new HistoryRow(id, "10")));
        }
    }

    private static async Task RunAsync(PairingBotDb db, string sql)
    {
        await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As that version writes: a program, two rounds, Ben a mentee in one and a peer in the other.</summary>
    private static async Task FillAsync(PairingBotDb db)
    {
        var (installation, program, first, second) = (StoredId.Of("installation"), StoredId.Of("program"), StoredId.Of("round 1"), StoredId.Of("round 2"));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO installations (id, platform, external_id, created_at) VALUES ({installation}, 'slack', 'T1', now());
            INSERT INTO people (id, installation_id, external_id, name, time_zone, is_admin, standing, profile, skills)
                SELECT who.id, {installation}, who.id, 'Somebody', 'Etc/UTC', false, 'Member', jsonb_build_object(), '[]' FROM (VALUES ({Ana}), ({Ben})) AS who (id);
            INSERT INTO programs (id, installation_id, name, cadence, relationship_types, group_size, cool_down_rounds, last_round_number, next_round_at, is_as_created)
                VALUES ({program}, {installation}, 'Coffee', jsonb_build_object(), ARRAY['peer'], 2, 8, 2, now(), true);
            INSERT INTO participants (id, program_id, person_id, has_left, seeks, offers, every_rounds, joined_at, times_left_out)
                VALUES ({Ana}, {program}, {Ana}, false, ARRAY['peer'], ARRAY['mentor'], 1, now(), 0);
            INSERT INTO rounds (id, program_id, number, state, opened_at, snapshot)
                SELECT round.id, {program}, round.number, 'Closed', now(), jsonb_build_object() FROM (VALUES ({first}, 1), ({second}, 2)) AS round (id, number);
            INSERT INTO pairings (id, round_id, relationship_type, state, reasons, introduced_at, organizer_id)
                VALUES ({first}, {first}, 'mentor', 'Met', ARRAY['A reason.'], now(), {Ana}), ({second}, {second}, 'peer', 'Met', ARRAY['A reason.'], now(), {Ana});
            INSERT INTO pairing_members (pairing_id, person_id, round_id, role)
                VALUES ({first}, {Ana}, {first}, 'mentor'), ({first}, {Ben}, {first}, 'mentee'), ({second}, {Ana}, {second}, 'peer'), ({second}, {Ben}, {second}, 'peer');
            """);
    }
}
