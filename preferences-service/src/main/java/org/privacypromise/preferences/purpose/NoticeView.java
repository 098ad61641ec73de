package org.privacypromise.preferences.purpose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.Ground;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.Wording;

/**
 * The privacy notice as a page can show it: for each use of data what we do, why, and the legal stuff. Each text says
 * which language it is in, since not every one is translated.
 *
 * @param version to be sent along with a choice made before this notice
 */
public record NoticeView(String version, String controller, String contact, List<PurposeView> purposes) {

    /**
     * @param legalBases with the article of the GDPR; empty while the controller has yet to decide
     * @param undecided whether the controller has yet to decide on the legal basis
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
            List<CellView> choices) {

        static PurposeView from(Purpose purpose, String language) {
            var explanation = purpose.explanation();
            var serviceMessage = purpose.reach().serviceMessage();
            return new PurposeView(
                    purpose.key(),
                    explanation.name().in(language),
                    explanation.what().in(language),
                    explanation.why().in(language),
                    explanation.legal().in(language),
                    purpose.grounds().stream().map(BasisView::from).toList(),
                    purpose.decision() != null,
                    purpose.objectable(),
                    purpose.withdrawable(),
                    serviceMessage == null ? null : serviceMessage.in(language),
                    purpose.cells().map(CellView::from).toList());
        }
    }

    /** A legal basis and its article. */
    public record BasisView(String basis, String article) {

        static BasisView from(Ground ground) {
            return new BasisView(ground.basis().name(), ground.basis().article());
        }
    }

    /** A way to be reached, and whether the customer decides about it. */
    public record CellView(String channel, String brand, boolean changeable, boolean allowedByDefault) {

        static CellView from(ChoiceCell cell) {
            return new CellView(cell.channel(), cell.brand(), cell.changeable(), cell.allowedByDefault());
        }
    }

    static NoticeView from(PurposeRegister register, String language) {
        return new NoticeView(
                register.version(),
                register.controller().name(),
                register.controller().contact(),
                register.purposes().stream()
                        .map(purpose -> PurposeView.from(purpose, language))
                        .toList());
    }
}
