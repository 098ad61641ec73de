package org.privacypromise.preferences.purpose.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.preferences.purpose.notice.SmallNotice.choosable;
import static org.privacypromise.preferences.purpose.notice.SmallNotice.purpose;
import static org.privacypromise.preferences.purpose.notice.SmallNotice.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.purpose.notice.Notice.Data;
import org.privacypromise.preferences.purpose.notice.Notice.Named;
import org.privacypromise.preferences.purpose.notice.Notice.PlacedWay;
import org.privacypromise.preferences.purpose.notice.Notice.Purpose;
import org.privacypromise.preferences.purpose.notice.Notice.Recipient;
import org.privacypromise.preferences.purpose.notice.Notice.Retention;
import org.privacypromise.preferences.purpose.notice.NoticeDiff.Changed;
import org.privacypromise.preferences.purpose.notice.NoticeDiff.Entry;
import org.privacypromise.preferences.purpose.notice.NoticeDiff.FactChange;
import org.privacypromise.preferences.purpose.notice.NoticeDiff.Parts;
import org.privacypromise.preferences.purpose.notice.NoticeDiff.TextChange;
import org.privacypromise.preferences.purpose.notice.NoticeDiff.WayChange;
import org.privacypromise.register.Language;
import org.privacypromise.register.Text;
import org.privacypromise.register.Wording;

class NoticeDiffTest {

    private static final Parts NONE = new Parts(List.of(), List.of(), List.of());
    private static final Purpose NEWS = purpose("news", List.of("CONSENT"), choosable("email", false));

    private final Notice before = SmallNotice.of("1", NEWS);

    @Test
    void a_notice_does_not_differ_from_itself_under_another_version() {
        NoticeDiff diff = NoticeDiff.between(before, SmallNotice.of("2", NEWS), "en");

        assertThat(diff.from()).isEqualTo("1");
        assertThat(diff.to()).isEqualTo("2");
        assertThat(List.of(
                        diff.controller(),
                        diff.purposes(),
                        diff.recipients(),
                        diff.retention(),
                        diff.brands(),
                        diff.channels(),
                        diff.dataCategories()))
                .containsOnly(NONE);
        assertThat(diff.ways().added()).isEmpty();
        assertThat(diff.ways().removed()).isEmpty();
        assertThat(diff.ways().changed()).isEmpty();
        assertThat(diff.newChoiceNeeded()).isEmpty();
    }

    @Test
    void purposes_that_came_and_went_are_named_in_the_readers_language() {
        NoticeDiff diff = NoticeDiff.between(before, SmallNotice.of("2", purpose("raffle", List.of())), "de");

        assertThat(diff.purposes().added()).containsExactly(new Entry("raffle", new Wording("de", "Neues")));
        assertThat(diff.purposes().removed()).containsExactly(new Entry("news", new Wording("de", "Neues")));
        assertThat(diff.purposes().changed()).isEmpty();
        assertThat(diff.ways().removed()).containsExactly(new PlacedWay("news", "email", "main", true, false));
    }

    @Test
    void another_basis_is_shown_and_needs_a_new_choice() {
        Purpose onInterests = purpose("news", List.of("LEGITIMATE_INTERESTS"), choosable("email", false));

        NoticeDiff diff = NoticeDiff.between(before, SmallNotice.of("2", onInterests), "en");

        assertThat(diff.purposes().changed())
                .singleElement()
                .extracting(Changed::facts)
                .isEqualTo(List.of(new FactChange("legalBases", List.of("CONSENT"), List.of("LEGITIMATE_INTERESTS"))));
        assertThat(diff.newChoiceNeeded()).containsExactly("news");
    }

    @Test
    void cells_that_came_went_or_changed_are_told_apart() {
        Notice after = SmallNotice.of(
                "2", purpose("news", List.of("CONSENT"), choosable("email", true), choosable("sms", false)));

        assertThat(NoticeDiff.between(before, after, "en").ways().added())
                .containsExactly(new PlacedWay("news", "sms", "main", true, false));
        assertThat(NoticeDiff.between(after, before, "en").ways().removed())
                .containsExactly(new PlacedWay("news", "sms", "main", true, false));
        assertThat(NoticeDiff.between(before, after, "en").ways().changed())
                .containsExactly(new WayChange(
                        new PlacedWay("news", "email", "main", true, false),
                        new PlacedWay("news", "email", "main", true, true)));
    }

    @Test
    void a_text_that_says_something_else_is_shown_before_and_after() {
        Notice after = SmallNotice.of("2", withWhat(text("We write and call.", "Wir schreiben und rufen an.")));

        assertThat(NoticeDiff.between(before, after, "de").purposes().changed())
                .singleElement()
                .extracting(Changed::texts)
                .isEqualTo(List.of(new TextChange(
                        "what",
                        new Wording("de", "Wir schreiben."),
                        new Wording("de", "Wir schreiben und rufen an."))));
    }

    @Test
    void a_better_translation_is_a_change_to_those_who_read_it_and_to_nobody_else() {
        Notice after = SmallNotice.of("2", withWhat(text("We write.", "Wir schreiben dir.")));

        assertThat(NoticeDiff.between(before, after, "de").purposes().changed()).hasSize(1);
        assertThat(NoticeDiff.between(before, after, "en").purposes()).isEqualTo(NONE);
    }

    @Test
    void a_translation_that_was_missing_is_no_other_promise() {
        Notice englishOnly = SmallNotice.of("1", withWhat(new Text("en", java.util.Map.of("en", "We write."))));

        assertThat(NoticeDiff.between(englishOnly, before, "de").purposes()).isEqualTo(NONE);
    }

    @Test
    void what_is_listed_in_another_order_is_the_same() {
        Purpose oneWay = withData(
                new Data("user.name", true, text("No.", "Nein.")), new Data("user.email", true, text("No.", "Nein.")));
        Purpose other = withData(
                new Data("user.email", true, text("No.", "Nein.")), new Data("user.name", true, text("No.", "Nein.")));

        assertThat(NoticeDiff.between(SmallNotice.of("1", oneWay), SmallNotice.of("2", other), "en")
                        .purposes())
                .isEqualTo(NONE);
    }

    @Test
    void data_that_is_required_now_is_a_change() {
        Notice after = SmallNotice.of("2", withData(new Data("user.name", true, text("No name.", "Kein Name."))));

        assertThat(NoticeDiff.between(before, after, "en").purposes().changed())
                .singleElement()
                .extracting(Changed::facts)
                .isEqualTo(List.of(
                        new FactChange("data", List.of("user.name (optional)"), List.of("user.name (required)"))));
    }

    @Test
    void recipients_retention_controller_and_languages_are_compared_too() {
        Notice after = new Notice(
                "2",
                before.controller(),
                "FR",
                text("By post", "Per Post"),
                List.of(new Language("en", "English"), new Language("fr", "Français")),
                List.of(new Named("main", text("The shop", "Der Shop"))),
                before.channels(),
                List.of(),
                List.of(new Recipient(
                        "carrier", text("A carrier", "Ein Zusteller"), "US", text("A deal", "Ein Vertrag"))),
                List.of(new Retention("tax", text("Six years.", "Sechs Jahre."), "P10Y", "year-ended", null)),
                before.purposes());

        NoticeDiff diff = NoticeDiff.between(before, after, "en");

        assertThat(diff.languages().added()).containsExactly("fr");
        assertThat(diff.languages().removed()).containsExactly("de");
        assertThat(diff.brands().changed())
                .singleElement()
                .extracting(Changed::texts)
                .isEqualTo(List.of(new TextChange("name", new Wording("en", "Main"), new Wording("en", "The shop"))));
        assertThat(diff.dataCategories().removed()).extracting(Entry::key).containsExactly("user.name");
        assertThat(diff.controller().changed())
                .containsExactly(new Changed(
                        "controller",
                        new Wording("en", "The shop"),
                        List.of(new TextChange(
                                "contact", new Wording("en", "The privacy team"), new Wording("en", "By post"))),
                        List.of(new FactChange("country", List.of("GB"), List.of("FR")))));
        assertThat(diff.recipients().changed())
                .containsExactly(new Changed(
                        "carrier",
                        new Wording("en", "A carrier"),
                        List.of(new TextChange("safeguard", null, new Wording("en", "A deal"))),
                        List.of(new FactChange("country", List.of("FR"), List.of("US")))));
        assertThat(diff.retention().changed())
                .singleElement()
                .extracting(Changed::facts)
                .isEqualTo(List.of(
                        new FactChange("law", List.of("Tax Act"), List.of()),
                        new FactChange("period", List.of("P6Y"), List.of("P10Y"))));
    }

    private static Purpose withWhat(Text what) {
        return new Purpose(
                NEWS.key(),
                NEWS.name(),
                what,
                NEWS.why(),
                NEWS.legal(),
                NEWS.legalBases(),
                NEWS.undecided(),
                NEWS.data(),
                NEWS.objectable(),
                NEWS.withdrawable(),
                NEWS.doubleOptIn(),
                NEWS.whyItIsSent(),
                NEWS.ways(),
                NEWS.recipients(),
                NEWS.retention());
    }

    private static Purpose withData(Data... data) {
        return new Purpose(
                NEWS.key(),
                NEWS.name(),
                NEWS.what(),
                NEWS.why(),
                NEWS.legal(),
                NEWS.legalBases(),
                NEWS.undecided(),
                List.of(data),
                NEWS.objectable(),
                NEWS.withdrawable(),
                NEWS.doubleOptIn(),
                NEWS.whyItIsSent(),
                NEWS.ways(),
                NEWS.recipients(),
                NEWS.retention());
    }
}
