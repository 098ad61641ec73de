package org.privacypromise.requests.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;
import org.privacypromise.requests.record.ProcessingRecordView.TransferView;

class DescribeProcessingTest {

    private static final PurposeRegister REGISTER = RegisterLoader.loadDefault();

    private final Disclosures disclosures =
            new Disclosures(List.of(new Disclosures.OfSystem("orders", "ACCESS", 7, 6)), 5, 3);

    private final ProcessingRecordView page = new DescribeProcessing(
                    REGISTER, Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC))
            .describe(disclosures);

    @Test
    void every_purpose_of_the_register_is_told_with_all_that_article_30_asks_for() {
        assertThat(page.activities()).hasSameSizeAs(REGISTER.purposes()).allSatisfy(activity -> {
            assertThat(activity.name()).isNotBlank();
            assertThat(activity.what()).isNotBlank();
            assertThat(activity.why()).isNotBlank();
            assertThat(activity.categories()).isNotEmpty();
            assertThat(activity.timeLimits()).isNotEmpty();
        });
        assertThat(page.controller()).isEqualTo(REGISTER.controller().name());
        assertThat(page.contact()).isNotBlank();
    }

    @Test
    void what_the_register_leaves_open_is_listed_and_not_made_up() {
        assertThat(page.open())
                .hasSize(REGISTER.openDecisions().size() + 1)
                .anyMatch(open -> open.startsWith("recipients[suppliers]"))
                .anyMatch(open -> open.startsWith("security measures"));
    }

    @Test
    void a_transfer_names_the_country_and_what_protects_the_data_there() {
        assertThat(page.transfers()).hasSameSizeAs(REGISTER.recipients());
        TransferView suppliers = transfer("suppliers");
        assertThat(suppliers.country()).isEqualTo("China");
        assertThat(suppliers.needsSafeguard()).isTrue();
        assertThat(suppliers.safeguard()).contains("international data transfer agreement");
        assertThat(suppliers.purposes()).isNotEmpty();
        assertThat(transfer("hosting").safeguard()).contains("Art. 45");
        assertThat(transfer("payment-provider").abroad()).isFalse();
    }

    @Test
    void those_abroad_come_first() {
        assertThat(page.transfers().stream().map(TransferView::abroad).toList())
                .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
    }

    @Test
    void what_really_happened_stands_beside_what_is_planned() {
        assertThat(page.systems())
                .filteredOn(system -> system.key().equals("orders"))
                .singleElement()
                .satisfies(system ->
                        assertThat(system.work()).containsExactly(new ProcessingRecordView.Work("ACCESS", 7, 6)));
        assertThat(page.packagesMade()).isEqualTo(5);
        assertThat(transfer("suppliers").named()).isEqualTo(5);
    }

    private TransferView transfer(String recipient) {
        return page.transfers().stream()
                .filter(one -> one.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }
}
