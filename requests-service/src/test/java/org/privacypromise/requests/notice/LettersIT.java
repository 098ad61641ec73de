package org.privacypromise.requests.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.clock.law.Texts;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Claimant;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.lifecycle.step.Ground;

/** What people are told, in each of their languages. */
@QuarkusTest
class LettersIT {

    private static final Map<String, Object> DATA = Map.of(
            "reason",
            "REASON",
            "question",
            "QUESTION",
            "text",
            "TEXT",
            "reasons",
            List.of("EVIDENCE"),
            "until",
            "UNTIL",
            "downloads",
            3);

    @Inject
    WriteNotice letters;

    @Inject
    DeriveDueDate dueDate;

    @Test
    void every_kind_is_written_in_every_language_and_says_how_to_reach_us() {
        for (NoticeKind kind : NoticeKind.values()) {
            Set<String> subjects = new HashSet<>();
            for (String language : Texts.LANGUAGES) {
                Request request = request(language, Right.ACCESS);
                WriteNotice.Letter letter = write(List.of(request), kind);

                assertThat(letter.text())
                        .as(kind + " " + language)
                        .contains(request.id().toString(), "2026-11-25")
                        .contains(RightInWords.of(Right.ACCESS, language))
                        .doesNotContain("{", "}", "NOT_FOUND")
                        .doesNotContainPattern("\\bnull\\b");
                assertThat(letter.subject()).isNotBlank().doesNotContain("{");
                subjects.add(letter.subject());
            }
            assertThat(subjects).as(kind.name()).hasSameSizeAs(Texts.LANGUAGES);
        }
    }

    @Test
    void what_was_decided_is_told_with_its_reasons_and_where_to_complain() {
        for (String language : Texts.LANGUAGES) {
            Request request = request(language, Right.ACCESS);

            assertThat(write(List.of(request), NoticeKind.REFUSED).text()).contains("EVIDENCE", "ico.org.uk");
            assertThat(write(List.of(request), NoticeKind.EXTENDED).text())
                    .contains("REASON", "ico.org.uk", "2026-12-29");
            assertThat(write(List.of(request), NoticeKind.CLARIFICATION_ASKED).text())
                    .contains("QUESTION");
            assertThat(write(List.of(request), NoticeKind.IDENTITY_ASKED).text())
                    .contains("QUESTION");
            for (NoticeKind kind :
                    List.of(NoticeKind.ANSWERED_IN_PART, NoticeKind.RELEASED, NoticeKind.ERASURE_REPORT)) {
                assertThat(write(List.of(request), kind).text()).contains("TEXT", "ico.org.uk");
            }
        }
    }

    @Test
    void one_receipt_names_all_that_was_asked_in_one_go() {
        String text = write(
                        Arrays.stream(Right.values())
                                .map(right -> request("it", right))
                                .toList(),
                        NoticeKind.RECEIVED)
                .text();

        for (Right right : Right.values()) {
            assertThat(text).contains(RightInWords.of(right, "it"));
        }
    }

    @Test
    void every_ground_of_a_refusal_exists_in_every_language() {
        for (Ground ground : Ground.values()) {
            assertThat(Texts.LANGUAGES.stream().map(language -> RightInWords.of(ground, language)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
    }

    private WriteNotice.Letter write(List<Request> together, NoticeKind kind) {
        return Requested.run(() -> letters.write(together, kind, DATA));
    }

    private Request request(String language, Right right) {
        return Request.by(
                Claimant.known("c-1"),
                dueDate.of(Facts.ofReceipt(LocalDate.parse("2026-11-25"), "GB-ENG", Regime.UK_GDPR, right)),
                Arrival.now(Channel.SIGNED_IN, Instant.parse("2026-11-25T09:00:00Z"), language));
    }
}
