package org.privacypromise.local;

import java.util.List;
import java.util.stream.Collectors;

/** What a person needs to know once the stack runs. Shown on the console only: it names passwords. */
final class Welcome {

    private Welcome() {}

    static String text(Site site) {
        return """

                Everything runs.

                Services
                %sSystems
                %sAround them
                %s
                Customers, who sign in as the client storefront
                %s
                Staff, who sign in as the client desk
                %s
                Client secrets and database passwords: %s
                """.formatted(
                        line("identity", site.url("identity"))
                                + line("preferences", site.url("preferences"))
                                + line("requests", site.url("requests"))
                                + line("fraud-check", site.url("fraud-check")),
                        line("orders", site.url("orders")) + line("marketing", site.url("marketing")),
                        line("inbox", site.url(Parts.SMTP), "every mail that is sent; for programs at /mails?to=")
                                + line("keycloak", site.issuer())
                                + line(
                                        "its console",
                                        site.url(Parts.KEYCLOAK) + "/admin",
                                        "admin / " + site.secrets().password("user/keycloak-admin"))
                                + line("postgresql", site.databaseAddress("<part>"))
                                + line("kafka", site.bootstrapServers()),
                        people(site, Realm.CUSTOMERS),
                        people(site, Realm.STAFF),
                        site.state().resolve("secrets"));
    }

    private static String people(Site site, List<String> users) {
        return users.stream()
                .map(user -> line(user, user + "@example.org", site.secrets().password("user/" + user)))
                .collect(Collectors.joining());
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder("  %-14s %-44s".formatted(cells[0], cells[1]));
        for (int cell = 2; cell < cells.length; cell++) {
            line.append(' ').append(cells[cell]);
        }
        return line.toString().stripTrailing() + "\n";
    }
}
