package org.privacypromise.preferences.legacyimport.line;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a line may say; the header of a CSV file, and the fields of an NDJSON line. */
public enum Column {
    /** Whose choice it is: this, or {@link #CONTACT_REF}. */
    CUSTOMER_ID("customerId"),
    /** By which contact point they are known; an address itself is not taken. */
    CONTACT_REF("contactRef"),
    PURPOSE("purpose"),
    CHANNEL("channel"),
    BRAND("brand"),
    /** {@code true} or {@code false}. */
    ALLOWED("allowed"),
    /** When they said so; may be missing of a refusal. */
    DECIDED_AT("decidedAt"),
    /** Evidence: which notice they had before them. */
    NOTICE_VERSION("noticeVersion"),
    /** Evidence: in which language. */
    LANGUAGE("language"),
    /** Evidence: how it was collected, such as {@code checkout}. */
    SOURCE("source"),
    /** Evidence: under which reference the old system shows it. */
    REFERENCE("reference");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Column> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst();
    }

    /** All of them, for whoever misspelt one. */
    public static String titles() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }
}
