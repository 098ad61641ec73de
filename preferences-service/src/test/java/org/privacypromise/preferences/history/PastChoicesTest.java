package org.privacypromise.preferences.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.history.PastChoicesView.PastChoice;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.preferences.purpose.NoticeThen;
import org.privacypromise.preferences.purpose.notice.WriteNotice;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;

class PastChoicesTest {

    private static final Instant THEN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Cell EMAIL = new Cell("marketing-main", "email", "main");
    private static final Cell SMS = new Cell("marketing-main", "sms", "main");
    private static final PurposeRegister REGISTER = RegisterLoader.loadDefault();

    private final List<ConsentRecord> records = new ArrayList<>();

    @Test
    void the_last_record_about_a_cell_says_what_held_and_why() {
        // Given
        record(2, Source.CUSTOMER, new Decision(EMAIL, true), new Decision(SMS, true));
        record(3, Source.UNSUBSCRIBE_LINK, new Decision(EMAIL, false));

        // Then
        PastChoicesView view = view();
        assertThat(view.version()).isEqualTo(3);
        assertThat(at(view, EMAIL).allowed()).isFalse();
        assertThat(at(view, EMAIL).because().version()).isEqualTo(3);
        assertThat(at(view, EMAIL).because().source()).isEqualTo(Source.UNSUBSCRIBE_LINK);
        assertThat(at(view, EMAIL).because().text()).contains("unsubscribe link");
        assertThat(at(view, EMAIL).because().recordHash())
                .isEqualTo(records.getLast().hash().hex());
        assertThat(at(view, SMS).allowed()).isTrue();
        assertThat(at(view, SMS).because().version()).isEqualTo(2);
        assertThat(at(view, SMS).because().recordedAt()).isEqualTo(THEN);
    }

    @Test
    void where_nothing_was_chosen_it_says_so_and_that_marketing_was_not_allowed() {
        PastChoicesView view = view();

        assertThat(view.version()).isZero();
        assertThat(view.registerVersion()).isEqualTo(REGISTER.version());
        assertThat(at(view, EMAIL).allowed()).isFalse();
        assertThat(at(view, EMAIL).because().text()).startsWith("Nothing had been chosen");
        assertThat(at(view, EMAIL).because().version()).isNull();
        assertThat(view.choices()).hasSameSizeAs(REGISTER.choices());
        assertThat(view.choices())
                .filteredOn(choice -> REGISTER.choice(choice.purpose(), choice.channel(), choice.brand())
                        .filter(cell -> !cell.changeable())
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(choice -> assertThat(choice.because().text()).startsWith("This cannot be switched"));
    }

    @Test
    void a_choice_that_the_register_no_longer_has_was_one_all_the_same() {
        // Given
        Cell gone = new Cell("faxes", "fax", "main");
        record(2, Source.CUSTOMER, new Decision(gone, true));

        // Then
        assertThat(at(view(), gone).allowed()).isTrue();
    }

    @Test
    void before_there_was_anything_nothing_was_known() {
        PastChoicesView view = PastChoicesView.of(List.of(), THEN, null, null);

        assertThat(view.choices()).isEmpty();
        assertThat(view.registerVersion()).isNull();
        assertThat(view.note()).startsWith("Nothing was known then");
    }

    @Test
    void what_was_recorded_before_notices_were_kept_is_told_as_it_is() {
        record(2, Source.CUSTOMER, new Decision(EMAIL, true));

        PastChoicesView view = PastChoicesView.of(records, THEN, null, null);

        assertThat(at(view, EMAIL).allowed()).isTrue();
        assertThat(view.note()).isNull();
        assertThat(view.registerVersion()).isNull();
    }

    private void record(long version, Source source, Decision... changes) {
        Evidence evidence = new Evidence(source, "c-1", "1.0.0", "en", THEN.plusSeconds(records.size()));
        LedgerHash previous =
                records.isEmpty() ? LedgerHash.NONE : records.getLast().hash();
        records.add(ConsentRecord.of("c:c-1", version, List.of(changes), evidence, Map.of(), previous));
    }

    private PastChoicesView view() {
        return PastChoicesView.of(records, THEN.plusSeconds(60), NoticeThen.first(WriteNotice.from(REGISTER)), THEN);
    }

    private static PastChoice at(PastChoicesView view, Cell cell) {
        return view.choices().stream()
                .filter(choice -> new Cell(choice.purpose(), choice.channel(), choice.brand()).equals(cell))
                .findFirst()
                .orElseThrow();
    }
}
