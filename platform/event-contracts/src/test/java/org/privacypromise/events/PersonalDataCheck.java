package org.privacypromise.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the fields of a schema that are meant for, or could take, an e-mail address, a name, a phone number or a postal
 * address: by the words in the name, by the format, and by trying real ones on the pattern.
 */
final class PersonalDataCheck {

    private static final Set<String> WORDS = Set.of(
            ("email mail mailbox name firstname lastname surname nickname username phone telephone tel mobile msisdn fax"
                            + " address street house city town postcode postal zip recipient salutation birth birthday dob"
                            + " gender ip")
                    .split(" "));

    private static final Set<String> FORMATS_WITHOUT_A_PERSON = Set.of("date-time", "date", "uuid", "duration");

    private static final List<String> PERSONAL = List.of(
            "ada@example.com",
            "ADA@EXAMPLE.COM",
            "Ada Lovelace",
            "Łucja Müller",
            "+442079460000",
            "+44 20 7946 0000",
            "020 7946 0000",
            "1 Main Street, Springfield");

    private PersonalDataCheck() {}

    /** The path of each suspicious field with the reason; empty if the schema is clean. */
    static List<String> suspects(JsonNode schema) {
        var found = new ArrayList<String>();
        walk("", schema, found);
        return found;
    }

    private static void walk(String path, JsonNode schema, List<String> found) {
        schema.path("properties").properties().forEach(property -> {
            String field = path + "/" + property.getKey();
            if (Arrays.stream(words(property.getKey())).anyMatch(WORDS::contains)) {
                found.add(field + ": the name");
            }
            walk(field, property.getValue(), found);
        });
        if (schema.has("items")) {
            walk(path + "/*", schema.path("items"), found);
        }
        String format = schema.path("format").asText("");
        if (!format.isEmpty() && !FORMATS_WITHOUT_A_PERSON.contains(format)) {
            found.add(path + ": the format " + format);
        } else if (schema.path("type").asText().equals("string")
                && format.isEmpty()
                && !schema.has("const")
                && PERSONAL.stream().anyMatch(text -> accepts(schema, text))) {
            found.add(path + ": takes free text");
        }
    }

    private static boolean accepts(JsonNode schema, String text) {
        boolean byPattern = !schema.has("pattern")
                || Pattern.compile(schema.path("pattern").asText())
                        .matcher(text)
                        .find();
        boolean byOneOf = !schema.has("anyOf");
        for (JsonNode alternative : schema.path("anyOf")) {
            byOneOf |= !alternative.has("enum") && accepts(alternative, text);
        }
        return byPattern && byOneOf && !schema.has("enum");
    }

    private static String[] words(String camelCase) {
        return camelCase
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[ _.-]+", -1);
    }
}
