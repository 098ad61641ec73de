package org.privacypromise.local;

import java.util.stream.Collectors;

/** What a person needs to know once the stack runs. Shown on the console only: it names passwords. */
final class Welcome {

    private Welcome() {}

    static String text(Site site) {
        String people = Realm.USERS.stream()
                .map(user -> line(user, user + "@example.org", site.secrets().password("user/" + user)))
                .collect(Collectors.joining());
        return """

                Everything runs.

                Services
                %sSystems
                %sAround them
                %s
                People who can sign in (as the storefront client)
                %s
                Client secrets and database passwords: %s
                """.formatted(
                        line("identity", site.url("identity"))
                                + line("preferences", site.url("preferences"))
                                + line("requests", site.url("requests"))
                                + line("fraud-check", site.url("fraud-check")),
                        line("orders", site.url("orders")) + line("marketing", site.url("marketing")),
                        line("inbox", site.url(Parts.SMTP), "every mail that is sent")
                                + line("keycloak", site.issuer())
                                + line(
                                        "its console",
                                        site.url(Parts.KEYCLOAK) + "/admin",
                                        "admin / " + site.secrets().password("user/keycloak-admin"))
                                + line("postgresql", site.databaseAddress("<part>"))
                                + line("kafka", site.bootstrapServers()),
                        people,
                        site.state().resolve("secrets"));
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder("  %-14s %-44s".formatted(cells[0], cells[1]));
        for (int cell = 2; cell < cells.length; cell++) {
            line.append(' ').append(cells[cell]);
        }
        return line.toString().stripTrailing() + "\n";
    }
}
