package org.privacypromise.preferences.purpose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.stream.IntStream;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.register.Language;
import org.privacypromise.register.Text;

/** A notice as it lies in the database, to be read by later versions of this service too. */
@RegisterForReflection(
        targets = {
            Notice.class,
            Notice.Named.class,
            Notice.Recipient.class,
            Notice.Retention.class,
            Notice.Purpose.class,
            Notice.Basis.class,
            Notice.Data.class,
            Notice.Way.class,
            Language.class,
            Text.class
        })
final class NoticeJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private NoticeJson() {}

    static String write(Notice notice) {
        try {
            return JSON.writeValueAsString(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice can be written as JSON", e);
        }
    }

    static Notice read(String json) {
        try {
            return JSON.readValue(json, Notice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored notice cannot be read", e);
        }
    }

    /**
     * Whether today's notice says all that the stored one says. What a later version of this service has learnt to write
     * down beyond that is no other notice.
     */
    static boolean stillSays(String stored, Notice today) {
        try {
            return contains(JSON.readTree(write(today)), JSON.readTree(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored notice cannot be read", e);
        }
    }

    private static boolean contains(JsonNode whole, JsonNode part) {
        if (part.isArray()) {
            return part.size() == whole.size()
                    && IntStream.range(0, part.size()).allMatch(i -> contains(whole.path(i), part.path(i)));
        }
        if (part.isObject()) {
            return part.properties().stream().allMatch(field -> contains(field, whole.path(field.getKey())));
        }
        return part.equals(whole);
    }

    // A text has no language today that it did not have then: customers would not have read it in that one.
    private static boolean contains(Map.Entry<String, JsonNode> field, JsonNode whole) {
        return field.getKey().equals("byLanguage") ? whole.equals(field.getValue()) : contains(whole, field.getValue());
    }
}
