package org.privacypromise.identity.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.identity.Database;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.customer.Shop;
import org.privacypromise.identity.mail.MailServer;

@QuarkusTest
@RealParts
class ForgetVerificationsIT {

    MailServer mails;

    @Inject
    ForgetVerifications forget;

    @BeforeEach
    void nobody_has_asked_for_anything() {
        Database.change("DELETE FROM budget");
    }

    @Test
    void what_was_proven_is_kept_until_the_answer_is_given_and_what_was_not_for_a_month() throws Throwable {
        // Given
        UUID proven = concluded(119, true);
        UUID provenLongAgo = concluded(121, true);
        UUID failed = concluded(29, false);
        UUID failedLongAgo = concluded(31, false);

        // When
        VertxContextSupport.subscribeAndAwait(() -> forget.forgetDue());

        // Then
        assertThat(Database.texts("SELECT id::text FROM verification"))
                .contains(proven.toString(), failed.toString())
                .doesNotContain(provenLongAgo.toString(), failedLongAgo.toString());
        assertThat(Database.texts("SELECT subject FROM subject_keys.subject_key WHERE wrapped_key IS NOT NULL"))
                .contains("v:" + proven)
                .doesNotContain("v:" + provenLongAgo, "v:" + failed, "v:" + failedLongAgo);
        List<String> rows = Database.everyRow();
        assertThat(rows)
                .filteredOn(row -> row.contains(provenLongAgo.toString()) && !row.startsWith("subject_keys"))
                .as("the mail with its code is forgotten, too")
                .isEmpty();
    }

    private UUID concluded(int daysAgo, boolean rightly) {
        String address = Shop.newEmail();
        String id = Guest.start(address).path("verificationId");
        String code = Guest.codeIn(mails.to(address, 1).getFirst());
        if (rightly) {
            Guest.answer(id, code).then().statusCode(200);
        } else {
            for (int i = 0; i < 5; i++) {
                Guest.answer(id, Guest.wrong(code)).then().statusCode(422);
            }
        }
        UUID uuid = UUID.fromString(id);
        Database.change(
                "UPDATE verification SET concluded_at = now() - make_interval(days => ?) WHERE id = ?", daysAgo, uuid);
        return uuid;
    }
}
