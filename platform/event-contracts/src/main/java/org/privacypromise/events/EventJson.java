package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as JSON bytes.
 *
 * <p>The writer is deterministic: fields in the order of the record without those that are null, instants in UTC and
 * dates as ISO 8601, no white space. The
 * reader is tolerant of growth and of nothing else: it ignores fields that it does not know, takes the last of a field
 * that is said twice, and reads a value that it does not know of an enumeration as {@code UNKNOWN}; a missing field, a wrong type or a broken rule of the record is an
 * {@link UnreadableEventException}.
 */
public final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(10_000)
                            .build())
                    .build())
            .addModule(new SimpleModule()
                    .addSerializer(new ToStringSerializer(Instant.class))
                    .addSerializer(new ToStringSerializer(LocalDate.class))
                    .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
                    .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse))
                    .addSerializer(new KnownValues()))
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> Stream.of(CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float)
                            .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    private EventJson() {}

    /**
     * The same event gives the same bytes.
     *
     * @throws IllegalArgumentException if the event holds a value {@code UNKNOWN}, which is for readers only
     */
    public static byte[] write(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(event.type().typeName() + " cannot be written: UNKNOWN means nothing");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    /** @throws UnreadableEventException if these bytes are no event of this type */
    public static Event read(EventType type, byte[] json) {
        return read(type, type.recordClass(), json);
    }

    /** @throws UnreadableEventException if these bytes are no event of this class */
    public static <T extends Event> T read(Class<T> recordClass, byte[] json) {
        return read(EventType.of(recordClass), recordClass, json);
    }

    private static <T extends Event> T read(EventType type, Class<T> recordClass, byte[] json) {
        try {
            // By way of the tree, in which a field that is said twice counts as said last.
            T event = JSON.treeToValue(JSON.readTree(json), recordClass);
            if (event == null) {
                throw new UnreadableEventException(type, "it is null");
            }
            return event;
        } catch (JsonMappingException e) {
            throw new UnreadableEventException(type, fault(e));
        } catch (IOException e) {
            throw new UnreadableEventException(type, "it is not JSON");
        }
    }

    /** Jackson's own messages quote the value; the path and the records' rules do not. */
    private static String fault(JsonMappingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException rule) {
            return String.valueOf(rule.getMessage());
        }
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(".", "look at ", " (missing or of a wrong type)"));
    }

    /** A number would leave open whether it counts days, seconds or milliseconds. */
    private static final class FromText<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return parse.apply(value);
        }
    }

    /** A value that this version could not read must not be passed on as if it meant something. */
    @SuppressWarnings("rawtypes")
    private static final class KnownValues extends StdSerializer<Enum> {

        private static final long serialVersionUID = 1L;

        KnownValues() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.name().equals("UNKNOWN")) {
                throw JsonMappingException.from(json, "UNKNOWN");
            }
            json.writeString(value.name());
        }
    }
}
