package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;

/** One mapper for all: what is missing or of a wrong type is an error, never a default that could allow something. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // An amount may come as text, which loses no digit anywhere.
            .withCoercionConfig(
                    BigDecimal.class,
                    amounts -> amounts.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
            .build();

    private Json() {}

    /** What another service answered; the parser's own message would quote it. */
    static JsonNode answer(byte[] body) throws IOException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IOException("the answer is not JSON");
        }
    }
}
