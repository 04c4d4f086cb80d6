using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Storage.Mappings;

internal sealed class PlannedNudgeMapping : IEntityTypeConfiguration<PlannedNudge>
{
    public void Configure(EntityTypeBuilder<PlannedNudge> nudge)
    {
        nudge.ToTable("nudges");
        nudge.HasOne<Pairing>().WithMany().HasForeignKey(row => row.PairingId).OnDelete(DeleteBehavior.Cascade);
        nudge.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        nudge.HasIndex(row => new { row.PairingId, row.Kind, row.PersonId }).IsUnique().AreNullsDistinct(false);
        nudge.HasIndex(row => row.DueAt).HasFilter("state = 'Waiting'");
        nudge.Property(row => row.State).HasConversion<string>();
    }
}

internal sealed class ReflectionMapping : IEntityTypeConfiguration<Reflection>
{
    public void Configure(EntityTypeBuilder<Reflection> reflection)
    {
        reflection.ToTable("reflections");
        reflection.HasOne<Pairing>().WithMany().HasForeignKey(row => row.PairingId).OnDelete(DeleteBehavior.Cascade);
        reflection.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        reflection.HasIndex(row => new { row.PairingId, row.PersonId }).IsUnique();
        reflection.Property(row => row.Outcome).HasConversion<string>();
        reflection.Property(row => row.Help).HasConversion<string>();
        reflection.Property(row => row.Learned).HasConversion<string>();
        reflection.Property(row => row.Find).HasConversion<string>().HasDefaultValue(FoundState.None).HasSentinel(FoundState.None); // this and the following: for hosts of the version before, which do not write them
        reflection.Property(row => row.FoundNumber).HasDefaultValue(0);
        reflection.PrimitiveCollection(row => row.Shared).HasDefaultValueSql("'{}'::text[]");
        foreach (var answer in (string[])[nameof(Reflection.Own), nameof(Reflection.Thought), nameof(Reflection.Found), nameof(Reflection.Told)]) reflection.Property<byte[]>(answer).HasDefaultValueSql("'\\x'::bytea");
        reflection.Ignore(row => row.HasAction).Ignore(row => row.IsWritten);
    }
}

internal sealed class MeasureTakenMapping : IEntityTypeConfiguration<MeasureTaken>
{
    public void Configure(EntityTypeBuilder<MeasureTaken> measure)
    {
        measure.ToTable("measures");
        measure.HasOne<PairingProgram>().WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
        measure.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        measure.HasOne<Pairing>().WithMany().HasForeignKey(row => row.PairingId).OnDelete(DeleteBehavior.Cascade);
        measure.HasIndex(row => new { row.PairingId, row.PersonId }).IsUnique();
        measure.HasIndex(row => new { row.ProgramId, row.Kind, row.At });
    }
}

internal sealed class SeriesMapping : IEntityTypeConfiguration<Series>
{
    public void Configure(EntityTypeBuilder<Series> series)
    {
        series.ToTable("series");
        series.HasOne<PairingProgram>().WithMany().HasForeignKey(row => row.ProgramId).OnDelete(DeleteBehavior.Cascade);
        series.HasIndex(row => row.NextAt).HasFilter("state <> 'Ended'");
        series.Property(row => row.Id).ValueGeneratedNever();
        series.Property(row => row.State).HasConversion<string>();
        series.Property(row => row.Question).HasConversion<string>();
        series.Ignore(row => row.IsOver).Ignore(row => row.NextNumber);
    }
}

internal sealed class SeriesReplyMapping : IEntityTypeConfiguration<SeriesReply>
{
    public void Configure(EntityTypeBuilder<SeriesReply> reply)
    {
        reply.ToTable("series_replies");
        reply.HasKey(row => new { row.SeriesId, row.Asked, row.PersonId });
        reply.HasOne<Series>().WithMany().HasForeignKey(row => row.SeriesId).OnDelete(DeleteBehavior.Cascade);
        reply.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        reply.Property(row => row.Answer).HasConversion<string>();
    }
}

internal sealed class AgainAnswerMapping : IEntityTypeConfiguration<AgainAnswer>
{
    public void Configure(EntityTypeBuilder<AgainAnswer> answer)
    {
        answer.ToTable("again_answers");
        answer.HasKey(row => new { row.PairingId, row.PersonId });
        answer.HasOne<Pairing>().WithMany().HasForeignKey(row => row.PairingId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        answer.Property(row => row.Wish).HasConversion<string>();
    }
}

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.ToTable("bookings");
        booking.HasKey(row => row.PairingId);
        booking.HasOne<Pairing>().WithOne().HasForeignKey<Booking>(row => row.PairingId).OnDelete(DeleteBehavior.Cascade);
        booking.HasIndex(row => row.NextAt);
    }
}
