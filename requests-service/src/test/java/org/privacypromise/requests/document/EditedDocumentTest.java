package org.privacypromise.requests.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditedDocumentTest {

    private static final String DOCUMENT = """
            {"system":"orders","data":[\
            {"category":"user.name","source":"given by you","records":[{"name":"Ada","vip":true},{"name":"Bea"}]},\
            {"category":"user.payment","records":[{"amount":12.50,"cards":["4711","4712"],"a/b":1}],"source":"records"}]}""";

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 10_000})
    void without_edits_is_the_same_in_pieces_of_any_size(int size) {
        assertThat(edited(Edits.none(), size)).isEqualTo(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void somebody_elses_records_and_fields_are_gone_and_nothing_else_is(int size) {
        Edits edits = Edits.redacting(
                Set.of("/data/0/records/1", "/data/1/records/0/cards", "/data/1/records/0/a~1b", "/data/9/records/0"));

        assertThat(edited(edits, size)).isEqualTo("""
                {"system":"orders","data":[\
                {"category":"user.name","source":"given by you","records":[{"name":"Ada","vip":true},\
                {"redacted":"[redacted: another person's data]"}]},\
                {"category":"user.payment","records":[{"amount":12.50,"cards":"[redacted: another person's data]",\
                "a/b":"[redacted: another person's data]"}],"source":"records"}]}""");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void entries_that_are_left_out_do_not_move_the_places_of_the_others(int size) {
        Edits edits = Edits.redacting(Set.of("/data/1/records/0/amount")).only(section -> section == 1);

        assertThat(edited(edits, size)).isEqualTo("""
                {"system":"orders","data":[\
                {"category":"user.payment","records":[{"amount":"[redacted: another person's data]",\
                "cards":["4711","4712"],"a/b":1}],"source":"records"}]}""");
    }

    private static String edited(Edits edits, int size) {
        EditedDocument document = new EditedDocument(edits);
        byte[] bytes = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; from += size) {
            made.writeBytes(document.feed(Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length))));
        }
        made.writeBytes(document.finish());
        return made.toString(StandardCharsets.UTF_8);
    }
}
