package org.privacypromise.personaldata.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.TestKeys;
import org.privacypromise.personaldata.UnreadableFieldException;
import org.privacypromise.teststack.PostgreSqlResource;

@QuarkusTest
@QuarkusTestResource(value = PostgreSqlResource.class, initArgs = @ResourceArg(name = "database", value = "keys"))
@QuarkusTestResource(MountedKeyFolder.class)
class SubjectKeysIT {

    private static final RetentionClass ACCOUNT = new RetentionClass("account");
    private static final RetentionClass TAX = new RetentionClass("tax-records");
    private static final FieldCipher.Place PLACE = new FieldCipher.Place("contact_point", "row-1", "value");
    private static final PersonalText JO = PersonalText.of("jo@example.org");

    @Inject
    SubjectKeys keys;

    @Inject
    RewrapDataKeys job;

    @Inject
    KeyFolders folders;

    @ConfigProperty(name = "privacy.keys.wrapping")
    Path folder;

    private final String subject = "customer-" + UUID.randomUUID();

    @Test
    void a_subject_has_one_key_per_retention_class() {
        DataKey account = in(() -> keys.forWriting(subject, ACCOUNT));
        DataKey tax = in(() -> keys.forWriting(subject, TAX));

        assertThat(in(() -> keys.forWriting(subject, ACCOUNT)).id()).isEqualTo(account.id());
        assertThat(in(() -> keys.forReading(subject, TAX)).orElseThrow().id()).isEqualTo(tax.id());
        assertThat(tax.id()).isNotEqualTo(account.id());
        assertThat(in(() -> keys.forReading("nobody", ACCOUNT))).isEmpty();
    }

    @Test
    void a_key_is_made_once_however_many_ask_at_the_same_moment() throws Exception {
        Set<UUID> made = new HashSet<>();
        for (DataKey key : atOnce(16, () -> in(() -> keys.forWriting(subject, ACCOUNT)))) {
            made.add(key.id());
            // Whoever got it can read what the others wrote
            assertThat(FieldCipher.decrypt(
                            in(() -> keys.forReading(subject, ACCOUNT)).orElseThrow(),
                            PLACE,
                            FieldCipher.encrypt(key, PLACE, JO)))
                    .isEqualTo(JO);
        }

        assertThat(made).hasSize(1);
    }

    @Test
    void a_key_whose_creation_was_rolled_back_is_not_used() {
        assertThatThrownBy(() -> in(() -> keys.forWriting(subject, ACCOUNT)
                        .chain(key -> Uni.createFrom().failure(new IllegalStateException("rolled back")))))
                .hasMessageContaining("rolled back");

        assertThat(in(() -> keys.forReading(subject, ACCOUNT))).isEmpty();
    }

    @Test
    void destruction_makes_everything_unreadable_and_is_certified() {
        // Given
        DataKey key = in(() -> keys.forWriting(subject, ACCOUNT));
        byte[] encrypted = FieldCipher.encrypt(key, PLACE, JO);
        in(() -> keys.forWriting(subject, TAX));

        // When
        List<DestructionCertificate> certificates = in(() -> keys.destroy(subject));

        // Then
        assertThat(in(() -> keys.forReading(subject, ACCOUNT))).isEmpty();
        assertThat(in(() -> keys.forReading(subject, TAX))).isEmpty();
        assertThat(stored("wrapped_key IS NOT NULL AND subject = '" + subject + "'"))
                .isZero();
        assertThat(certificates)
                .hasSize(2)
                .allSatisfy(certificate -> assertThat(certificate.isIntact()).isTrue())
                .anySatisfy(certificate -> assertThat(certificate.keyId()).isEqualTo(key.id()));

        // When the subject gives new data
        DataKey fresh = in(() -> keys.forWriting(subject, ACCOUNT));

        // Then
        assertThat(fresh.id()).isNotEqualTo(key.id());
        assertThatThrownBy(() -> FieldCipher.decrypt(fresh, PLACE, encrypted))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void destroying_twice_or_at_once_gives_the_same_certificate() throws Exception {
        in(() -> keys.forWriting(subject, ACCOUNT));

        List<List<DestructionCertificate>> certificates = atOnce(8, () -> in(() -> keys.destroy(subject)));

        assertThat(new HashSet<>(certificates)).hasSize(1);
        assertThat(in(() -> keys.destroy(subject)))
                .isEqualTo(certificates.getFirst())
                .hasSize(1);
        assertThat(in(() -> keys.destroy("nobody"))).isEmpty();
    }

    @Test
    void one_class_can_be_destroyed_while_another_must_be_kept() {
        in(() -> keys.forWriting(subject, ACCOUNT));
        in(() -> keys.forWriting(subject, TAX));

        List<DestructionCertificate> certificates = in(() -> keys.destroy(subject, ACCOUNT));

        assertThat(certificates)
                .extracting(DestructionCertificate::retentionClass)
                .containsExactly(ACCOUNT);
        assertThat(in(() -> keys.forReading(subject, ACCOUNT))).isEmpty();
        assertThat(in(() -> keys.forReading(subject, TAX))).isPresent();
    }

    @Test
    void keys_move_to_a_new_wrapping_key_while_they_are_read() throws Throwable {
        // Given more keys than a batch takes, of which one is destroyed
        byte[] encrypted = FieldCipher.encrypt(in(() -> keys.forWriting(subject, ACCOUNT)), PLACE, JO);
        String erased = "erased-" + UUID.randomUUID();
        in(() -> keys.forWriting(erased, ACCOUNT));
        in(() -> keys.destroy(erased));
        for (int i = 0; i < 250; i++) {
            String another = subject + "-" + i;
            in(() -> keys.forWriting(another, ACCOUNT));
        }

        // When a new wrapping key arrives
        TestKeys.add(folder, 2);
        folders.reload();
        AtomicBoolean done = new AtomicBoolean();
        var reader = Executors.newSingleThreadExecutor();
        Future<Integer> reads = reader.submit(() -> {
            int count = 0;
            do {
                DataKey key = in(() -> keys.forReading(subject, ACCOUNT)).orElseThrow();
                assertThat(FieldCipher.decrypt(key, PLACE, encrypted)).isEqualTo(JO);
                count++;
            } while (!done.get());
            return count;
        });
        VertxContextSupport.subscribeAndAwait(job::rewrap);
        done.set(true);

        // Then
        assertThat(reads.get()).isPositive();
        assertThat(stored("wrapped_key IS NOT NULL AND wrapping_version <> 2")).isZero();
        assertThat(in(() -> keys.forReading(erased, ACCOUNT))).isEmpty();

        // When the old one is taken away
        Files.delete(folder.resolve("1.key"));
        folders.reload();

        // Then
        assertThat(FieldCipher.decrypt(
                        in(() -> keys.forReading(subject, ACCOUNT)).orElseThrow(), PLACE, encrypted))
                .isEqualTo(JO);
        reader.shutdown();
    }

    private static long stored(String condition) {
        return in(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT count(*) FROM subject_keys.subject_key WHERE " + condition, Long.class)
                        .getSingleResult()));
    }

    private static <T> T in(Supplier<Uni<T>> transaction) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(transaction));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
