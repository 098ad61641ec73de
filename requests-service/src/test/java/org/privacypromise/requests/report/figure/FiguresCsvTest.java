package org.privacypromise.requests.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.requests.report.figure.FiguresTest.closed;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresCsvTest {

    @Test
    void each_number_is_a_line_under_the_same_head() {
        Figures figures = Figures.of(new Happened(
                List.of(new Happened.Received("ACCESS", "UK_GDPR", "GUEST", 3)),
                List.of(closed("ACCESS", "REFUSED", "EXCESSIVE", 2)),
                List.of(new Happened.Extended("ACCESS", "UK_GDPR", 1)),
                List.of(new Happened.Verdict("DENY", "RULES", 5))));

        assertThat(FiguresCsv.of(figures).split("\r\n"))
                .containsExactly(
                        "\"figure\",\"right\",\"regime\",\"of\",\"count\",\"on time\",\"late\",\"median days\",\"p95 days\"",
                        "\"received\",\"ACCESS\",\"UK_GDPR\",\"GUEST\",\"3\",\"\",\"\",\"\",\"\"",
                        "\"closed\",\"ACCESS\",\"UK_GDPR\",\"REFUSED\",\"1\",\"1\",\"0\",\"2.0\",\"2.0\"",
                        "\"extended\",\"ACCESS\",\"UK_GDPR\",\"\",\"1\",\"\",\"\",\"\",\"\"",
                        "\"refused\",\"ACCESS\",\"UK_GDPR\",\"EXCESSIVE\",\"1\",\"\",\"\",\"\",\"\"",
                        "\"screened\",\"\",\"\",\"DENY by RULES\",\"5\",\"\",\"\",\"\",\"\"");
    }
}
