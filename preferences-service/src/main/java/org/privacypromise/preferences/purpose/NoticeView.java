package org.privacypromise.preferences.purpose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.register.Language;
import org.privacypromise.register.Text;
import org.privacypromise.register.Wording;

/**
 * The privacy notice as a page can show it: for each use of data what we do, why, and the legal stuff. Each text says
 * which language it is in, since not every one need be translated.
 *
 * @param version to be sent along with a choice made before this notice
 * @param language the reader's, as far as the notice has it
 * @param languages in which it can be read
 */
public record NoticeView(
        String version,
        String language,
        List<Language> languages,
        String controller,
        String contact,
        List<NamedView> brands,
        List<NamedView> channels,
        List<NamedView> dataCategories,
        List<RecipientView> recipients,
        List<RetentionView> retention,
        List<PurposeView> purposes) {

    /** A key that purposes refer to, and its name. */
    public record NamedView(String key, Wording name) {}

    /** Who gets data, in which country, and what protects it there if that country's law does not. */
    public record RecipientView(
            String key,
            Wording name,
            String country,
            @Nullable Wording safeguard) {}

    /** How long something is kept: in words, and by which rule. No period while the controller has yet to decide. */
    public record RetentionView(
            String key,
            Wording words,
            @Nullable String period,
            @Nullable String from,
            @Nullable String law) {}

    /**
     * One use of data.
     *
     * @param legalBases with the article of the GDPR; empty while the controller has yet to decide
     * @param undecided whether the controller has yet to decide on the legal basis
     * @param whyItIsSent why the messages that are not the customer's choice are sent all the same
     * @param choices where a customer is reached for it, and whether they decide about that
     */
    public record PurposeView(
            String key,
            Wording name,
            Wording what,
            Wording why,
            Wording legal,
            List<BasisView> legalBases,
            boolean undecided,
            boolean objectable,
            boolean withdrawable,
            @Nullable Wording whyItIsSent,
            List<CellView> choices,
            List<DataView> data,
            List<String> recipients,
            List<String> retention) {}

    /** A legal basis, its article, and when it applies if not always. */
    public record BasisView(
            String basis, String article, @Nullable Wording condition) {}

    /** A way to be reached, and whether the customer decides about it. */
    public record CellView(String channel, String brand, boolean changeable, boolean allowedByDefault) {}

    /** Data that is used, and what happens without it. */
    public record DataView(String category, boolean required, Wording otherwise) {}

    static NoticeView from(Notice notice, String language) {
        return new NoticeView(
                notice.version(),
                language,
                notice.languages(),
                notice.controller().in(language).text(),
                notice.contact().in(language).text(),
                named(notice.brands(), language),
                named(notice.channels(), language),
                named(notice.dataCategories(), language),
                notice.recipients().stream()
                        .map(one -> new RecipientView(
                                one.key(), one.name().in(language), one.country(), in(language, one.safeguard())))
                        .toList(),
                notice.retention().stream()
                        .map(rule -> new RetentionView(
                                rule.key(), rule.name().in(language), rule.period(), rule.from(), rule.law()))
                        .toList(),
                notice.purposes().stream()
                        .map(purpose -> purpose(purpose, language))
                        .toList());
    }

    private static PurposeView purpose(Notice.Purpose purpose, String language) {
        return new PurposeView(
                purpose.key(),
                purpose.name().in(language),
                purpose.what().in(language),
                purpose.why().in(language),
                purpose.legal().in(language),
                purpose.legalBases().stream()
                        .map(basis -> new BasisView(basis.basis(), basis.article(), in(language, basis.condition())))
                        .toList(),
                purpose.undecided(),
                purpose.objectable(),
                purpose.withdrawable(),
                in(language, purpose.whyItIsSent()),
                purpose.ways().stream()
                        .map(way -> new CellView(way.channel(), way.brand(), way.changeable(), way.allowedByDefault()))
                        .toList(),
                purpose.data().stream()
                        .map(one -> new DataView(
                                one.category(), one.required(), one.otherwise().in(language)))
                        .toList(),
                purpose.recipients(),
                purpose.retention());
    }

    private static List<NamedView> named(List<Notice.Named> parts, String language) {
        return parts.stream()
                .map(part -> new NamedView(part.key(), part.name().in(language)))
                .toList();
    }

    private static @Nullable Wording in(String language, @Nullable Text text) {
        return text == null ? null : text.in(language);
    }
}
