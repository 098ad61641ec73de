package org.privacypromise.preferences.unsubscribe;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.ndjson.Line;
import org.privacypromise.preferences.ndjson.LineReader;
import org.privacypromise.preferences.ndjson.UnreadableLineException;
import org.privacypromise.preferences.unsubscribe.ContactOfCustomerRepository.Wanted;

/** Answers lines of messages with lines of links. A line that gets no link is told what would be right. */
@ApplicationScoped
class MintLines implements Line.Answer {

    private final LineReader reader;
    private final MessagePolicy policy;
    private final ContactOfCustomerRepository contacts;
    private final UnsubscribeTokens tokens;

    MintLines(ObjectMapper json, MessagePolicy policy, ContactOfCustomerRepository contacts, UnsubscribeTokens tokens) {
        this.reader = new LineReader(json, List.of("customerId", "contactRef", "purpose", "channel", "brand"));
        this.policy = policy;
        this.contacts = contacts;
        this.tokens = tokens;
    }

    /** @param remedy what would be right, where there is no message */
    private record Read(long number, @Nullable Message message, String remedy) {}

    @Override
    public Uni<byte[]> to(List<Line> lines) {
        List<Read> read = lines.stream().map(this::read).toList();
        Set<String> customers = new HashSet<>();
        for (Read line : read) {
            if (line.message() != null && line.message().customerId() != null) {
                customers.add(line.message().customerId());
            }
        }
        return contacts.of(customers)
                .map(known -> read.stream()
                        .map(line -> answer(line, known))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Read read(Line line) {
        try {
            @Nullable String[] values = reader.read(line);
            Message message = new Message(values[0], values[1], text(values[2]), text(values[3]), text(values[4]));
            String fault = policy.fault(message);
            return fault == null ? new Read(line.number(), message, "") : new Read(line.number(), null, fault);
        } catch (UnreadableLineException e) {
            return new Read(line.number(), null, e.remedy());
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    // Nothing in it needs escaping: a number, our own words, and addresses.
    private String answer(Read line, Map<Wanted, String> known) {
        Message message = line.message();
        if (message == null) {
            return refusal(line.number(), line.remedy());
        }
        String ref = message.customerId() == null
                ? message.contactRef()
                : known.get(new Wanted(message.customerId(), text(message.kind())));
        if (ref == null) {
            return refusal(line.number(), MessagePolicy.NO_CONTACT_POINT);
        }
        UnsubscribeLink link = tokens.linkFor(message.token(ref));
        String mailto = link.mailto() == null ? "" : "\",\"mailto\":\"" + link.mailto();
        return "{\"line\":" + line.number() + ",\"url\":\"" + link.url() + mailto + "\"}";
    }

    private static String refusal(long number, String remedy) {
        return "{\"line\":" + number + ",\"remedy\":\"" + remedy + "\"}";
    }
}
