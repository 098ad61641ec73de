package org.privacypromise.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The register of all purposes: immutable, complete and free of contradictions if it comes from {@link RegisterLoader}.
 * References between its parts are keys that exist.
 *
 * @param version as events and receipts carry it
 * @param languages what texts may be written in; the first is the default, in which every text exists
 */
public record PurposeRegister(
        String version,
        Controller controller,
        List<Language> languages,
        List<Brand> brands,
        List<Channel> channels,
        List<DataCategory> dataCategories,
        List<Recipient> recipients,
        List<RetentionRule> retention,
        List<RegisteredSystem> systems,
        List<Purpose> purposes) {

    public PurposeRegister {
        languages = List.copyOf(languages);
        brands = List.copyOf(brands);
        channels = List.copyOf(channels);
        dataCategories = List.copyOf(dataCategories);
        recipients = List.copyOf(recipients);
        retention = List.copyOf(retention);
        systems = List.copyOf(systems);
        purposes = List.copyOf(purposes);
    }

    public Language defaultLanguage() {
        return languages.getFirst();
    }

    public Optional<Purpose> purpose(String key) {
        return purposes.stream().filter(purpose -> purpose.key().equals(key)).findFirst();
    }

    public Optional<Recipient> recipient(String key) {
        return recipients.stream()
                .filter(recipient -> recipient.key().equals(key))
                .findFirst();
    }

    public Optional<RetentionRule> retentionRule(String key) {
        return retention.stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    public Optional<RegisteredSystem> system(String key) {
        return systems.stream().filter(system -> system.key().equals(key)).findFirst();
    }

    /** Every cell of purpose x channel x brand that exists, changeable or not, in the order of the register. */
    public List<ChoiceCell> choices() {
        return purposes.stream().flatMap(Purpose::cells).toList();
    }

    /** The cell, or empty if the purpose does not use this channel for this brand. */
    public Optional<ChoiceCell> choice(String purpose, String channel, String brand) {
        return purpose(purpose)
                .filter(found -> found.reach().contains(channel, brand))
                .map(found -> found.cell(channel, brand));
    }

    /** The systems that take part in an operation, in the order of the register. */
    public List<RegisteredSystem> systemsFor(Operation operation) {
        return systems.stream().filter(system -> system.takesPartIn(operation)).toList();
    }

    /** What the controller still has to decide, for operators to see. */
    public List<OpenDecision> openDecisions() {
        List<OpenDecision> open = new ArrayList<>();
        for (Purpose purpose : purposes) {
            if (purpose.decision() != null) {
                open.add(new OpenDecision("purposes[" + purpose.key() + "].legal-basis", purpose.decision()));
            }
        }
        for (RetentionRule rule : retention) {
            if (rule.period() instanceof RetentionPeriod.Undecided(Decision decision)) {
                open.add(new OpenDecision("retention[" + rule.key() + "].period", decision));
            }
        }
        for (Recipient recipient : recipients) {
            if (recipient.decision() != null) {
                open.add(new OpenDecision("recipients[" + recipient.key() + "]", recipient.decision()));
            }
        }
        return List.copyOf(open);
    }
}
