package org.privacypromise.register;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What must hold between the parts of a register: a key that is used exists, and what exists is used lawfully. */
final class References {

    /** The suite's own services answer under these names, so another one would never answer. */
    private static final List<String> SUITE = List.of("identity", "preferences", "requests", "fraud-check");

    private final PurposeRegister register;
    private final Faults faults;
    private final List<String> brands;
    private final List<String> channels;
    private final List<String> categories;
    private final List<String> recipients;
    private final List<String> retention;

    private References(PurposeRegister register, Faults faults) {
        this.register = register;
        this.faults = faults;
        brands = keys(register.brands(), Brand::key);
        channels = keys(register.channels(), Channel::key);
        categories = keys(register.dataCategories(), DataCategory::key);
        recipients = keys(register.recipients(), Recipient::key);
        retention = keys(register.retention(), RetentionRule::key);
    }

    static void check(PurposeRegister register, Faults faults) {
        References references = new References(register, faults);
        register.purposes().forEach(references::checkPurpose);
        register.systems().forEach(references::checkSystem);
        register.recipients().forEach(references::checkRecipient);
    }

    private void checkPurpose(Purpose purpose) {
        String at = "purposes[" + purpose.key() + "]";
        Reach reach = purpose.reach();
        allKnown(reach.brands(), brands, at + ".brands", "brand");
        allKnown(reach.channels(), channels, at + ".channels", "channel");
        allKnown(purpose.recipients(), recipients, at + ".recipients", "recipient");
        allKnown(purpose.retention(), retention, at + ".retention", "retention rule");
        purpose.data()
                .forEach(need -> faults.addUnlessKnown(
                        need.category(),
                        categories,
                        at + ".data[" + need.category() + "].category",
                        "data category of this register"));
        reach.choosable().forEach((brand, chosen) -> {
            String field = at + ".choosable." + brand;
            faults.addUnlessKnown(brand, reach.brands(), field, "brand of this purpose");
            allKnown(chosen, reach.channels(), field, "channel of this purpose");
        });
    }

    private void checkSystem(RegisteredSystem system) {
        String at = "systems[" + system.key() + "]";
        if (system.targetTimes().isEmpty()) {
            faults.addUnlessUnreadable(
                    at + ".operations",
                    "The system takes part in nothing.",
                    "Name an operation with its target time, such as `access: PT72H`, or remove the system.");
        }
        if (system.suite()) {
            faults.addUnlessKnown(system.key(), SUITE, at + ".key", "service of the suite");
        }
        List<String> used = register.purposes().stream()
                .flatMap(purpose -> purpose.data().stream())
                .map(DataNeed::category)
                .toList();
        for (String category : system.holds()) {
            String field = at + ".holds[" + category + "]";
            if (!categories.contains(category)) {
                faults.addUnlessKnown(category, categories, field, "data category of this register");
            } else if (!used.contains(category)) {
                faults.addUnlessUnreadable(
                        field,
                        "The system holds `" + category + "`, but no purpose uses it.",
                        "Name the purpose that needs it, or let the system no longer hold it.");
            }
        }
    }

    private void checkRecipient(Recipient recipient) {
        boolean countriesKnown = !recipient.country().isEmpty()
                && !register.controller().country().isEmpty();
        if (countriesKnown
                && recipient.safeguard() == null
                && register.controller().needsSafeguard(recipient.country())) {
            faults.addUnlessUnreadable(
                    "recipients[" + recipient.key() + "].safeguard",
                    "The recipient is in " + recipient.country() + ", and nothing protects the data there.",
                    "Name the safeguard (GDPR Art. 46), or add the country to `adequate-countries` if it is one.");
        }
    }

    private void allKnown(Collection<String> used, List<String> existing, String field, String what) {
        used.forEach(key -> faults.addUnlessKnown(key, existing, field + "[" + key + "]", what));
    }

    private static <T> List<String> keys(List<T> entries, Function<T, String> key) {
        return entries.stream().map(key).toList();
    }
}
