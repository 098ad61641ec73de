package org.privacypromise.fraudcheck.source.list;

import java.net.IDN;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A published list of domains. The file has a head of lines {@code # name: value} that says where it is from, then one
 * domain a line. A domain is on the list if it, or one that it belongs to, stands there.
 */
public final class DomainList {

    private static final int LONGEST_DOMAIN = 253;

    private final PublicSource source;
    private final Set<String> domains;

    private DomainList(PublicSource source, Set<String> domains) {
        this.source = source;
        this.domains = Set.copyOf(domains);
    }

    /** @throws IllegalArgumentException if the head lacks something or there is no domain: a list from nowhere is no evidence */
    public static DomainList parse(String text) {
        Map<String, String> head = new LinkedHashMap<>();
        Set<String> domains = new HashSet<>();
        for (String line : text.split("\n", -1)) {
            String content = line.strip();
            if (content.startsWith("#")) {
                String[] field = content.substring(1).split(":", 2);
                if (field.length == 2) {
                    head.put(field[0].strip(), field[1].strip());
                }
            } else if (!content.isEmpty()) {
                domains.add(content.toLowerCase(Locale.ROOT));
            }
        }
        if (domains.isEmpty()) {
            throw new IllegalArgumentException("The list has no domain");
        }
        return new DomainList(
                new PublicSource(
                        required(head, "name"),
                        required(head, "publisher"),
                        required(head, "version"),
                        date(head, "retrieved"),
                        required(head, "reliability"),
                        date(head, "expires")),
                domains);
    }

    /** Whether this domain, or one that it belongs to, is on the list; false for what cannot be a domain. */
    public boolean contains(String domain) {
        String name = normal(domain);
        while (!name.isEmpty()) {
            if (domains.contains(name)) {
                return true;
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return false;
    }

    public PublicSource source() {
        return source;
    }

    public int size() {
        return domains.size();
    }

    private static String normal(String domain) {
        String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        if (bare.length() > LONGEST_DOMAIN) {
            return "";
        }
        try {
            return IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String required(Map<String, String> head, String field) {
        String value = head.get(field);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The list does not say its " + field);
        }
        return value;
    }

    private static LocalDate date(Map<String, String> head, String field) {
        try {
            return LocalDate.parse(required(head, field));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The list's " + field + " is no date such as 2026-11-25", e);
        }
    }
}
