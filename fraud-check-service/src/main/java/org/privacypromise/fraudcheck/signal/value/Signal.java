package org.privacypromise.fraudcheck.signal.value;

import java.util.ArrayList;
import java.util.List;
import org.privacypromise.fraudcheck.velocity.count.Measure;
import org.privacypromise.fraudcheck.velocity.count.Window;

/** Something that rules can ask about, such as {@code origin.requests.last_hour}. */
public record Signal(String name, Kind kind) {

    /** What its value is. */
    public enum Kind {
        /** A whole number, 0 or more. */
        COUNT,
        /** True or false. */
        FLAG,
        /** A word; empty if it is not known. */
        WORD
    }

    static final Signal RIGHT = new Signal("right", Kind.WORD);
    static final Signal CHANNEL = new Signal("channel", Kind.WORD);
    static final Signal PURPOSE = new Signal("purpose", Kind.WORD);
    static final Signal ORIGIN_KNOWN = new Signal("origin.known", Kind.FLAG);
    static final Signal CONTACT_POINT_KNOWN = new Signal("contact_point.known", Kind.FLAG);
    static final Signal CUSTOMER_KNOWN = new Signal("customer.known", Kind.FLAG);
    static final Signal MAILBOX_CHECKED = new Signal("mailbox.checked", Kind.FLAG);
    static final Signal MAILBOX_DISPOSABLE = new Signal("mailbox.disposable", Kind.FLAG);

    private static final List<Signal> ALL = all();

    /** Every signal there is. */
    public static List<Signal> everyOne() {
        return ALL;
    }

    static Signal count(Measure measure, Window window) {
        return new Signal(measure.word() + "." + window.word(), Kind.COUNT);
    }

    private static List<Signal> all() {
        List<Signal> all = new ArrayList<>(List.of(
                RIGHT,
                CHANNEL,
                PURPOSE,
                ORIGIN_KNOWN,
                CONTACT_POINT_KNOWN,
                CUSTOMER_KNOWN,
                MAILBOX_CHECKED,
                MAILBOX_DISPOSABLE));
        for (Measure measure : Measure.values()) {
            for (Window window : Window.values()) {
                all.add(count(measure, window));
            }
        }
        return List.copyOf(all);
    }
}
