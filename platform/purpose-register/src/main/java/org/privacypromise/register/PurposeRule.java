package org.privacypromise.register;

import java.util.List;
import java.util.function.Predicate;

/** What must hold within each purpose. */
record PurposeRule(String field, Predicate<Purpose> broken, String problem, String remedy) {

    private static final PurposeRule HAS_A_LEGAL_BASIS = new PurposeRule(
            "legal-basis",
            purpose -> purpose.grounds().isEmpty() && purpose.decision() == null,
            "The purpose has no legal basis.",
            "Name one, or write `decision: controller-must-decide` instead.");

    private static final PurposeRule DECIDED_IS_NOT_OPEN = new PurposeRule(
            "decision",
            purpose -> !purpose.grounds().isEmpty() && purpose.decision() != null,
            "The legal basis is given, and yet left to be decided.",
            "Remove either `decision` or `legal-basis`.");

    private static final PurposeRule SAYS_WHAT_FOR = new PurposeRule(
            "uses",
            purpose -> purpose.uses().isEmpty(),
            "The purpose has no data use.",
            "Name one, such as `essential.service`.");

    private static final PurposeRule NEEDS_DATA = new PurposeRule(
            "data",
            purpose -> purpose.data().isEmpty(),
            "The purpose uses no data.",
            "List the data it uses, or remove the purpose.");

    private static final PurposeRule SERVES_A_BRAND = new PurposeRule(
            "brands", purpose -> purpose.reach().brands().isEmpty(), "The purpose serves no brand.", "Name one.");

    private static final PurposeRule ENDS = new PurposeRule(
            "retention",
            purpose -> purpose.retention().isEmpty(),
            "Nothing says how long the data is kept.",
            "Name at least one retention rule.");

    private static final PurposeRule CONSENT_CAN_BE_WITHDRAWN = new PurposeRule(
            "withdrawable",
            purpose -> purpose.restsOn(LegalBasis.CONSENT) && !purpose.withdrawable(),
            "The purpose rests on consent, which can always be withdrawn (GDPR Art. 7(3)).",
            "Write `withdrawable: true`.");

    private static final PurposeRule CONSENT_IS_NOT_ASSUMED = new PurposeRule(
            "unless-chosen",
            purpose -> purpose.restsOn(LegalBasis.CONSENT) && purpose.reach().allowedByDefault(),
            "The purpose rests on consent, and silence is no consent (GDPR Art. 4(11)).",
            "Write `unless-chosen: refused`.");

    private static final PurposeRule INTERESTS_CAN_BE_OBJECTED_TO = new PurposeRule(
            "objectable",
            purpose -> !purpose.isMarketing()
                    && !purpose.objectable()
                    && purpose.grounds().stream()
                            .anyMatch(ground -> ground.basis().isObjectable()),
            "Customers may object to a use that rests on interests (GDPR Art. 21(1)).",
            "Write `objectable: true`.");

    private static final PurposeRule MARKETING_CAN_BE_OBJECTED_TO = new PurposeRule(
            "objectable",
            purpose -> purpose.isMarketing() && !purpose.objectable(),
            "Customers can always object to direct marketing (GDPR Art. 21(2) and (3)).",
            "Write `objectable: true`.");

    private static final PurposeRule MARKETING_IS_A_CHOICE = new PurposeRule(
            "choosable",
            purpose -> purpose.isMarketing() && (purpose.reach().choosable().isEmpty() || staysOnSomewhere(purpose)),
            "The purpose is marketing, and customers cannot choose each of its channels.",
            "List under `choosable`, for each brand, every channel.");

    private static final PurposeRule MARKETING_IS_NO_SERVICE_MESSAGE = new PurposeRule(
            "service-message",
            purpose -> purpose.isMarketing() && purpose.reach().serviceMessage() != null,
            "Marketing is never a service message.",
            "Make every channel choosable, or describe the service message as a purpose of its own.");

    private static final PurposeRule WHAT_STAYS_ON_SAYS_WHY = new PurposeRule(
            "channels",
            purpose -> !purpose.isMarketing() && purpose.reach().serviceMessage() == null && staysOnSomewhere(purpose),
            "Customers cannot switch off some of these channels, and nothing tells them why.",
            "List them under `choosable`, or give the reason as `service-message`.");

    private static final PurposeRule A_TRANSFER_GOES_TO_SOMEBODY = new PurposeRule(
            "recipients",
            purpose -> purpose.restsOn(LegalBasis.PER_RECIPIENT)
                    && purpose.recipients().isEmpty(),
            "The legal basis is said to depend on the recipient, but there is none.",
            "List the recipients.");

    private static final List<PurposeRule> ALL = List.of(
            HAS_A_LEGAL_BASIS,
            DECIDED_IS_NOT_OPEN,
            SAYS_WHAT_FOR,
            NEEDS_DATA,
            SERVES_A_BRAND,
            ENDS,
            CONSENT_CAN_BE_WITHDRAWN,
            CONSENT_IS_NOT_ASSUMED,
            INTERESTS_CAN_BE_OBJECTED_TO,
            MARKETING_CAN_BE_OBJECTED_TO,
            MARKETING_IS_A_CHOICE,
            MARKETING_IS_NO_SERVICE_MESSAGE,
            WHAT_STAYS_ON_SAYS_WHY,
            A_TRANSFER_GOES_TO_SOMEBODY);

    private static boolean staysOnSomewhere(Purpose purpose) {
        return purpose.cells().anyMatch(cell -> !cell.changeable());
    }

    static void check(PurposeRegister register, Faults faults) {
        for (Purpose purpose : register.purposes()) {
            for (PurposeRule rule : ALL) {
                if (rule.broken().test(purpose)) {
                    faults.addUnlessUnreadable(
                            "purposes[" + purpose.key() + "]." + rule.field(), rule.problem(), rule.remedy());
                }
            }
        }
    }
}
