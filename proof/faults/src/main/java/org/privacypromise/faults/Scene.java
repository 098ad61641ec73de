package org.privacypromise.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.privacypromise.faults.history.Cell;
import org.privacypromise.local.LocalStack;

/**
 * The people of one round, whom no other round knows, and what can be asked about them.
 *
 * @param byDefault what holds for somebody who has not chosen
 */
record Scene(String noticeVersion, List<Cell> changeable, Map<Cell, Boolean> byDefault, List<Person> people) {

    private static final int PEOPLE = 6;
    private static final int LINKS = 3;

    /**
     * Somebody with a customer ID and a mailbox.
     *
     * @param links of mails to them
     */
    record Person(String customerId, String contactRef, List<Link> links) {

        String key() {
            return "c:" + customerId;
        }

        String contactKey() {
            return "p:" + contactRef;
        }
    }

    /** The unsubscribe link of a mail, and what it is about. */
    record Link(Cell cell, String url) {}

    static Scene of(LocalStack stack, PreferencesApi api, Random random) {
        JsonNode page = api.page("nobody-" + random.nextInt(Integer.MAX_VALUE));
        List<Cell> changeable = new ArrayList<>();
        page.path("choices").forEach(choice -> {
            if (choice.path("changeable").asBoolean()) {
                changeable.add(PreferencesApi.cell(choice));
            }
        });
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(api, random, changeable));
        }
        link(stack, people);
        return new Scene(api.noticeVersion(), List.copyOf(changeable), PreferencesApi.choices(page), people);
    }

    private static Person person(PreferencesApi api, Random random, List<Cell> changeable) {
        String name = Long.toHexString(random.nextLong());
        String contactRef = "1." + name;
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < LINKS; i++) {
            Cell cell = changeable.get(random.nextInt(changeable.size()));
            links.add(new Link(cell, api.link(contactRef, cell)));
        }
        return new Person("faults-" + name, contactRef, List.copyOf(links));
    }

    /** As identity-service would have told. */
    private static void link(LocalStack stack, List<Person> people) {
        try (Connection database = stack.admin("preferences");
                PreparedStatement insert = database.prepareStatement(
                        "INSERT INTO contact_link (contact_ref, customer_id, kind) VALUES (?, ?, 'EMAIL')")) {
            for (Person person : people) {
                insert.setString(1, person.contactRef());
                insert.setString(2, person.customerId());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the customers have no mailboxes", e);
        }
    }
}
