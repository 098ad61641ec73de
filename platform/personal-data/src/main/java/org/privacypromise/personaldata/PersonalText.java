package org.privacypromise.personaldata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;

/**
 * A text about a person that does not show itself: not in logs, exceptions or assertions, where {@link #toString()}
 * gives a mask, and not in JSON, where writing it fails. Whoever really needs the text says {@link #reveal()}.
 */
public final class PersonalText implements JsonSerializable {

    private static final String MASK = "[personal]";

    private final String text;

    private PersonalText(String text) {
        this.text = text;
    }

    /** Jackson reads it from a JSON string by this, too. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonalText of(String text) {
        return new PersonalText(text);
    }

    /** The text itself, for the one place that needs it; never for a log, an event or an exception. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }

    // An interface instead of a serialiser class: it works in native images without reflection.
    @Override
    public void serialize(JsonGenerator json, SerializerProvider serializers) throws JsonMappingException {
        throw JsonMappingException.from(
                json, "A personal text is not written to JSON by accident: reveal() it where it must be shown.");
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer type)
            throws JsonMappingException {
        serialize(json, serializers);
    }
}
