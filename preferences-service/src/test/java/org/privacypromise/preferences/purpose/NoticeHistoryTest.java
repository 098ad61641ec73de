package org.privacypromise.preferences.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.register.Ground;
import org.privacypromise.register.LegalBasis;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;

/** The service as it starts one time after another, each with the register of that day. */
class NoticeHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");
    private static final Cell NEWS = new Cell("marketing-main", "email", "main");
    private static final Cell SURVEYS = new Cell("feedback", "email", "main");

    private final PurposeRegister register = RegisterLoader.loadDefault();
    private final Shelf shelf = new Shelf();

    @Test
    void the_first_notice_replaces_none_and_changes_nothing() {
        NoticeHistory history = start(register, MONDAY);

        assertThat(history.replacesAnother()).isFalse();
        assertThat(history.inUseSince()).isEqualTo(MONDAY);
        assertThat(history.changesWhatHolds(chosen(NEWS, true, "from-before-versions-were-kept"), MONDAY))
                .isFalse();
        assertThat(history.of(choice(NEWS, true, "from-before-versions-were-kept"))
                        .allowed())
                .isTrue();
    }

    @Test
    void the_same_notice_again_has_been_in_use_since_the_first_time() {
        start(register, MONDAY);

        assertThat(start(register, TUESDAY).inUseSince()).isEqualTo(MONDAY);
    }

    @Test
    void a_register_that_says_something_else_under_the_same_version_keeps_the_service_from_starting() {
        start(register, MONDAY);
        PurposeRegister edited = edited(register.version(), restingOn(LegalBasis.LEGITIMATE_INTERESTS));

        assertThatExceptionOfType(ChangedNoticeException.class)
                .isThrownBy(() -> start(edited, TUESDAY))
                .withMessageContaining("since 2026-03-02")
                .withMessageContaining("Give it a new version");
    }

    @Test
    void another_basis_changes_what_holds_for_those_who_had_allowed_it_and_for_nobody_else() {
        start(register, MONDAY);
        NoticeHistory history = start(edited("2", restingOn(LegalBasis.LEGITIMATE_INTERESTS)), WEDNESDAY);

        assertThat(history.replacesAnother()).isTrue();
        assertThat(history.of(choice(NEWS, true, register.version())).newChoiceNeeded())
                .isTrue();
        assertThat(history.of(choice(NEWS, true, "2")).allowed()).isTrue();
        assertThat(history.changesWhatHolds(chosen(NEWS, true, register.version()), TUESDAY))
                .isTrue();
        assertThat(history.changesWhatHolds(chosen(NEWS, true, "2"), TUESDAY)).isFalse();
        assertThat(history.changesWhatHolds(chosen(NEWS, false, register.version()), TUESDAY))
                .isFalse();
        assertThat(history.changesWhatHolds(ChoiceMatrix.of(List.of()), TUESDAY))
                .isFalse();
    }

    @Test
    void a_purpose_that_is_given_up_is_told_to_the_systems_of_those_whom_it_reached() {
        start(register, MONDAY);
        NoticeHistory history = start(
                edited(
                        "2",
                        purposes -> purposes.stream()
                                .filter(purpose -> !purpose.key().equals("marketing-main"))
                                .toList()),
                TUESDAY);

        assertThat(history.changesWhatHolds(chosen(NEWS, true, register.version()), MONDAY))
                .isTrue();
        assertThat(history.changesWhatHolds(ChoiceMatrix.of(List.of()), MONDAY)).isFalse();
    }

    @Test
    void
            whom_we_know_since_before_a_purpose_gets_it_only_when_asked_and_whom_we_know_since_then_as_the_register_says() {
        start(
                edited(
                        "0",
                        purposes -> purposes.stream()
                                .filter(purpose -> !purpose.key().equals("feedback"))
                                .toList()),
                MONDAY);
        NoticeHistory history = start(register, WEDNESDAY);

        assertThat(history.ofSilence(SURVEYS, TUESDAY).newChoiceNeeded()).isTrue();
        assertThat(history.ofSilence(SURVEYS, MONDAY.minusSeconds(1)).newChoiceNeeded())
                .as("known since before anything was kept")
                .isTrue();
        assertThat(history.ofSilence(SURVEYS, WEDNESDAY).allowed()).isTrue();
        assertThat(history.ofSilence(SURVEYS, null).allowed()).isTrue();
    }

    @Test
    void a_moment_is_judged_by_the_notice_of_that_time() {
        start(register, MONDAY);
        NoticeHistory history = start(edited("2", restingOn(LegalBasis.LEGITIMATE_INTERESTS)), WEDNESDAY);

        assertThat(history.at(MONDAY.minusNanos(1))).isEmpty();
        NoticeThen tuesday = history.at(TUESDAY).orElseThrow();
        assertThat(tuesday.version()).isEqualTo(register.version());
        assertThat(tuesday.of(NEWS, true, register.version()).allowed()).isTrue();
        NoticeThen wednesday = history.at(WEDNESDAY).orElseThrow();
        assertThat(wednesday.version()).isEqualTo("2");
        assertThat(wednesday.of(NEWS, true, register.version()).newChoiceNeeded())
                .isTrue();
        assertThat(wednesday.of(NEWS, true, "2").allowed()).isTrue();
        assertThat(wednesday.ofSilence(SURVEYS, null).allowed()).isTrue();
        assertThat(wednesday.changeable(NEWS)).isTrue();
    }

    private NoticeHistory start(PurposeRegister with, Instant at) {
        return new NoticeHistory(with, shelf, Clock.fixed(at, ZoneOffset.UTC));
    }

    private PurposeRegister edited(String version, UnaryOperator<List<Purpose>> edit) {
        return new PurposeRegister(
                version,
                register.controller(),
                register.languages(),
                register.brands(),
                register.channels(),
                register.dataCategories(),
                register.recipients(),
                register.retention(),
                register.systems(),
                edit.apply(register.purposes()));
    }

    /** The main brand's marketing. */
    private static UnaryOperator<List<Purpose>> restingOn(LegalBasis basis) {
        return purposes -> purposes.stream()
                .map(purpose -> purpose.key().equals("marketing-main")
                        ? new Purpose(
                                purpose.key(),
                                purpose.section(),
                                purpose.explanation(),
                                List.of(new Ground(basis, null)),
                                purpose.decision(),
                                purpose.uses(),
                                purpose.data(),
                                purpose.reach(),
                                purpose.objectable(),
                                purpose.withdrawable(),
                                purpose.recipients(),
                                purpose.retention())
                        : purpose)
                .toList();
    }

    private static ChoiceMatrix chosen(Cell cell, boolean allowed, String noticeVersion) {
        return ChoiceMatrix.of(List.of(choice(cell, allowed, noticeVersion)));
    }

    private static Choice choice(Cell cell, boolean allowed, String noticeVersion) {
        return new Choice(
                cell.purpose(), cell.channel(), cell.brand(), allowed, MONDAY, Source.CUSTOMER, noticeVersion, "en");
    }

    /** The table, as a list. */
    private static final class Shelf extends NoticeVersionRepository {

        private final Map<String, Stored> notices = new LinkedHashMap<>();

        Shelf() {
            super(neverAsked());
        }

        private static DataSource neverAsked() {
            return new PGSimpleDataSource();
        }

        @Override
        void keep(Notice notice, Instant now) {
            notices.putIfAbsent(notice.version(), new Stored(now, NoticeJson.write(notice)));
        }

        @Override
        List<Stored> all() {
            return new ArrayList<>(notices.values());
        }
    }
}
