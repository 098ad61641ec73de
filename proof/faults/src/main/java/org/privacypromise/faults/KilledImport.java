package org.privacypromise.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.privacypromise.faults.history.Cell;
import org.privacypromise.faults.history.Event;
import org.privacypromise.faults.history.Invariant;
import org.privacypromise.faults.history.Violation;
import org.privacypromise.local.LocalStack;

/**
 * An import in the middle of which preferences-service dies by kill -9. Each line takes effect once all the same: every
 * customer of the file has their choices, one record of evidence chained to nothing before it, and one event with it.
 */
final class KilledImport {

    private static final int CUSTOMERS = 20_000;
    private static final int LINES = 2 * CUSTOMERS;
    private static final Duration TO_END = Duration.ofMinutes(5);
    private static final String HEADER =
            "customerId,contactRef,purpose,channel,brand,allowed,decidedAt,noticeVersion,language,source,reference\n";

    private final LocalStack stack;
    private final PreferencesApi api;
    private final String people;

    KilledImport(LocalStack stack, PreferencesApi api, Random random) {
        this.stack = stack;
        this.api = api;
        this.people = "imported-" + Long.toHexString(random.nextLong()) + "-";
    }

    List<Violation> violations() {
        List<Cell> cells = cells();
        String id = api.upload(file(cells));
        String mine = " FROM legacy_import WHERE id = '" + id + "'";
        Patience.until(TO_END, () -> number("applied_up_to" + mine), line -> line > 0);
        stack.kill(Fault.PREFERENCES);
        long killedAt = number("applied_up_to" + mine);
        stack.start(Fault.PREFERENCES);
        JsonNode end = Patience.until(TO_END, () -> api.progress(id), KilledImport::isOver)
                .orElseGet(() -> api.progress(id));
        Patience.until(
                TO_END,
                () -> count("preferences WHERE untold_from IS NOT NULL") + count("outbox"),
                untold -> untold == 0);
        List<Violation> violations = new ArrayList<>();
        require(violations, "whether it was in the middle", 0 < killedAt && killedAt < LINES, true);
        require(violations, "its state", end.path("state").asText(), "done");
        require(violations, "customers it has changed", end.path("subjects").asLong(), CUSTOMERS);
        require(violations, "opt-ins", end.path("outcomes").path("OPT_IN").asLong(), CUSTOMERS);
        require(violations, "opt-outs", end.path("outcomes").path("OPT_OUT").asLong(), CUSTOMERS);
        String theirs = " WHERE key LIKE 'c:" + people + "%'";
        require(violations, "customers", count("preferences" + theirs + " AND version = 2"), CUSTOMERS);
        require(
                violations,
                "choices",
                count("preferences, jsonb_array_elements(choices -> 'list') AS one" + theirs),
                LINES);
        require(violations, "records", count("consent_record" + theirs), CUSTOMERS);
        require(
                violations,
                "records whose hash is the one of what they say, and their customer's",
                count("consent_record r JOIN preferences p USING (key)" + theirs
                        + " AND r.hash = ledger_link(r.previous_hash, consent_record_canonical(r))"
                        + " AND p.ledger_head = r.hash"),
                CUSTOMERS);
        require(violations, "customers whose change was told once", toldOnce(), CUSTOMERS);
        return violations;
    }

    private long toldOnce() {
        return new Topic(stack.bootstrapServers(), "preferences.events.v1")
                .events().entrySet().stream()
                        .filter(told -> told.getKey().startsWith("c:" + people))
                        .filter(told -> told.getValue().stream()
                                        .map(Event::id)
                                        .distinct()
                                        .count()
                                == 1)
                        .count();
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        api.page(people + "nobody").path("choices").forEach(choice -> {
            if (choice.path("changeable").asBoolean()) {
                cells.add(PreferencesApi.cell(choice));
            }
        });
        return cells;
    }

    /** Of each customer a yes and a no. */
    private String file(List<Cell> cells) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int line = 0; line < 2; line++) {
                Cell cell = cells.get(line);
                file.append("%s%d,,%s,%s,%s,%s,2024-05-01T10:00:00Z,2023-01,en,checkout,CRM %d%n"
                        .formatted(
                                people, customer, cell.purpose(), cell.channel(), cell.brand(), line == 0, customer));
            }
        }
        return file.toString();
    }

    private static boolean isOver(JsonNode progress) {
        return List.of("done", "failed", "abandoned")
                .contains(progress.path("state").asText());
    }

    private static void require(List<Violation> violations, String what, Object found, Object wanted) {
        if (!String.valueOf(found).equals(String.valueOf(wanted))) {
            violations.add(new Violation(
                    Invariant.I6_ONE_EFFECT,
                    "all",
                    "of the killed import, %s: %s, not %s".formatted(what, found, wanted)));
        }
    }

    private long count(String what) {
        return number("count(*) FROM " + what);
    }

    private long number(String what) {
        try (Connection database = stack.admin("preferences");
                Statement sql = database.createStatement();
                var row = sql.executeQuery("SELECT " + what)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the import's effects cannot be counted", e);
        }
    }
}
