package org.privacypromise.preferences.receipt;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.register.Wording;

/** The pieces that receipts are made of, in the vocabulary of the DPV guide for ISO/IEC TS 27560. */
final class JsonLd {

    static final Map<String, String> CONTEXT = context();

    private JsonLd() {}

    private static Map<String, String> context() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("dpv", "https://w3id.org/dpv#");
        prefixes.put("loc", "https://w3id.org/dpv/loc#");
        prefixes.put("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("schema", "https://schema.org/");
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        // What the profile has no word for: how the record stands in the ledger, and through what somebody is reached.
        prefixes.put("pp", "urn:privacy-promise:vocabulary:");
        return prefixes;
    }

    /** A node of this type; what is null in it is left out. */
    static Map<String, Object> node(Object type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", type);
        return node;
    }

    static Map<String, Object> node(Object type, String property, @Nullable Object value) {
        Map<String, Object> node = node(type);
        put(node, property, value);
        return node;
    }

    static void put(Map<String, Object> node, String property, @Nullable Object value) {
        if (value != null) {
            node.put(property, value);
        }
    }

    /** A text with the language it really is in. */
    static Map<String, Object> text(Wording wording) {
        return text(wording.language(), wording.text());
    }

    static Map<String, Object> text(String language, String text) {
        Map<String, Object> literal = new LinkedHashMap<>();
        literal.put("@language", language);
        literal.put("@value", text);
        return literal;
    }

    static Map<String, Object> duration(String kind, String value) {
        return node("dpv:" + kind, "rdf:value", value);
    }

    static String country(String iso3166) {
        return "loc:" + iso3166;
    }
}
