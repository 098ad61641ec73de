package org.privacypromise.ledgerverifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A consent record as its line has it. */
record RecordLine(JsonObject json, long id, String key, long version, Sha256 previousHash, Sha256 hash) {

    private static final String FORMAT = "consent-record/1";

    static RecordLine of(JsonObject json) {
        return new RecordLine(
                json,
                json.number("id"),
                json.text("key"),
                json.number("version"),
                new Sha256(json.text("previousHash")),
                new Sha256(json.text("hash")));
    }

    /** How the record is called where something is wrong with it. */
    String name() {
        return "record " + id + " (" + key + ", version " + version + ")";
    }

    /** The hash that what the line says has. */
    Sha256 computed() {
        return Sha256.over(previousHash.bytes(), canonical());
    }

    Optional<Proof> proof() {
        return json.optionalObject("proof").map(Proof::of);
    }

    private byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        netstring(bytes, FORMAT);
        netstring(bytes, key);
        netstring(bytes, Long.toString(version));
        for (String field : List.of("recordedAt", "source", "actor", "noticeVersion", "language")) {
            netstring(bytes, json.text(field));
        }
        List<JsonObject> changes = json.objects("changes");
        netstring(bytes, Integer.toString(changes.size()));
        for (JsonObject change : changes) {
            netstring(bytes, change.text("purpose"));
            netstring(bytes, change.text("channel"));
            netstring(bytes, change.text("brand"));
            netstring(bytes, Boolean.toString(change.flag("allowed")));
        }
        Map<String, String> details = json.textsByName("details");
        netstring(bytes, Integer.toString(details.size()));
        details.forEach((name, value) -> {
            netstring(bytes, name);
            netstring(bytes, value);
        });
        return bytes.toByteArray();
    }

    private static void netstring(ByteArrayOutputStream bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(utf8);
        bytes.write(',');
    }

    /** Where the record is among those of its head. */
    record Proof(long head, long index, List<Sha256> path) {

        static Proof of(JsonObject json) {
            return new Proof(
                    json.number("head"),
                    json.number("index"),
                    json.texts("path").stream().map(Sha256::new).toList());
        }
    }
}
