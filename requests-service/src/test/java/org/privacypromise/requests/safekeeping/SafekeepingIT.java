package org.privacypromise.requests.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.ChunkCipher.UnreadableChunkException;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.clock.law.Right;

@QuarkusTest
class SafekeepingIT {

    @Inject
    Requested requested;

    @Inject
    Safekeeping safekeeping;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private UUID request;

    @BeforeEach
    void there_is_a_request() {
        request = requested.by(Customers.newCustomer(), Right.ACCESS);
    }

    @Test
    void gives_back_what_it_was_given_however_it_came() {
        for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000}) {
            byte[] bytes = bytes(size);

            SealedContent sealed = keep(bytes);

            assertThat(sealed.bytes()).isEqualTo(size);
            assertThat(read(sealed.id())).as("seed %d, size %d", seed, size).isEqualTo(bytes);
            assertThat(chunks(sealed.id())).isEqualTo(Math.max(1, (size + 65_535) / 65_536));
        }
    }

    @Test
    void notices_every_chunk_that_is_altered_exchanged_left_out_or_cut_off() {
        SealedContent content = keep(bytes(200_000));
        SealedContent other = keep(bytes(200_000));
        UUID id = content.id();

        refused(
                id,
                "UPDATE content_chunk SET sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1) WHERE index = 1 AND content_id = ?",
                id);
        refused(
                id,
                "UPDATE content_chunk a SET sealed = b.sealed FROM content_chunk b WHERE a.content_id = ? AND b.content_id = a.content_id AND a.index = 1 AND b.index = 2",
                id);
        refused(
                id,
                "UPDATE content_chunk a SET sealed = b.sealed FROM content_chunk b WHERE a.content_id = ? AND b.content_id = ? AND a.index = 1 AND b.index = 1",
                id,
                other.id());
        refused(id, "DELETE FROM content_chunk WHERE index = 1 AND content_id = ?", id);
        SealedContent cut = keep(bytes(200_000));
        Database.column("DELETE FROM content_chunk WHERE index = 3 AND content_id = ?", cut.id());
        refused(cut.id(), "UPDATE content SET chunks = 3 WHERE id = ?", cut.id());
    }

    @Test
    void what_was_never_finished_is_not_there() {
        ContentWriter writer = Requested.run(() -> safekeeping.open(request, "test"));
        Requested.run(() -> writer.write(bytes(100_000)));
        UUID id = UUID.fromString(Database.column("SELECT id FROM content WHERE request_id = ?", request)
                .getFirst());

        assertThatThrownBy(() -> read(id)).isInstanceOf(IllegalStateException.class);
        Requested.run(writer::abandon);
        assertThat(Database.column("SELECT id FROM content WHERE request_id = ?", request))
                .isEmpty();
        assertThatThrownBy(() -> Requested.run(writer::finish)).isInstanceOf(Exception.class);
    }

    @Test
    void shredding_ends_all_of_a_request_and_of_no_other() {
        SealedContent mine = keep(bytes(100_000));
        request = requested.by(Customers.newCustomer(), Right.ACCESS);
        byte[] theirs = bytes(100_000);
        SealedContent other = keep(theirs);
        UUID shredded = UUID.fromString(Database.column("SELECT request_id FROM content WHERE id = ?", mine.id())
                .getFirst());

        assertThat(Requested.run(() -> Panache.withTransaction(() -> safekeeping.shred(shredded))))
                .hasSize(1);
        assertThat(Requested.run(() -> Panache.withTransaction(() -> safekeeping.shred(shredded))))
                .hasSize(1);

        assertThatThrownBy(() -> read(mine.id())).isInstanceOf(IllegalStateException.class);
        assertThat(chunks(mine.id())).isZero();
        assertThat(read(other.id())).isEqualTo(theirs);
    }

    private void refused(UUID content, String statement, Object... parameters) {
        Database.column(statement, parameters);
        assertThatThrownBy(() -> read(content))
                .as(statement)
                .satisfiesAnyOf(
                        fault -> assertThat(fault).isInstanceOf(UnreadableChunkException.class),
                        fault -> assertThat(fault).hasMessageContaining("No result found"));
    }

    private SealedContent keep(byte[] bytes) {
        return Requested.run(() -> safekeeping
                .open(request, "test")
                .chain(writer -> pieces(bytes)
                        .onItem()
                        .transformToUniAndConcatenate(writer::write)
                        .collect()
                        .last()
                        .chain(writer::finish)));
    }

    private Multi<byte[]> pieces(byte[] bytes) {
        int size = 1 + random.nextInt(100_000);
        return Multi.createFrom()
                .items(java.util.stream.IntStream.iterate(0, from -> from < bytes.length, from -> from + size)
                        .mapToObj(from -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size))));
    }

    private byte[] read(UUID content) {
        return Requested.run(() -> {
            Uni<ByteArrayOutputStream> all = safekeeping
                    .read(content)
                    .collect()
                    .in(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes);
            return all.map(ByteArrayOutputStream::toByteArray);
        });
    }

    private static long chunks(UUID content) {
        return Long.parseLong(Database.column("SELECT count(*) FROM content_chunk WHERE content_id = ?", content)
                .getFirst());
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
