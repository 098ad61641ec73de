package org.privacypromise.preferences.purpose.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.register.Ground;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RetentionPeriod;
import org.privacypromise.register.RetentionRule;

/** Takes from a register what it promises to customers. How the systems are wired is not among that. */
public final class WriteNotice {

    private WriteNotice() {}

    public static Notice from(PurposeRegister register) {
        return new Notice(
                register.version(),
                register.controller().nameText(),
                register.controller().country(),
                register.controller().contactText(),
                register.languages(),
                register.brands().stream()
                        .map(brand -> new Notice.Named(brand.key(), brand.name()))
                        .toList(),
                register.channels().stream()
                        .map(channel -> new Notice.Named(channel.key(), channel.name()))
                        .toList(),
                register.dataCategories().stream()
                        .map(category -> new Notice.Named(category.key(), category.name()))
                        .toList(),
                register.recipients().stream()
                        .map(recipient -> new Notice.Recipient(
                                recipient.key(), recipient.name(), recipient.country(), recipient.safeguard()))
                        .toList(),
                register.retention().stream().map(WriteNotice::retention).toList(),
                register.purposes().stream().map(WriteNotice::purpose).toList());
    }

    private static Notice.Retention retention(RetentionRule rule) {
        return new Notice.Retention(rule.key(), rule.words(), period(rule.period()), rule.startEvent(), rule.law());
    }

    private static @Nullable String period(RetentionPeriod period) {
        return switch (period) {
            case RetentionPeriod.Fixed fixed -> fixed.period().toString();
            case RetentionPeriod.Unlimited unlimited -> "unlimited";
            case RetentionPeriod.Undecided undecided -> null;
        };
    }

    private static Notice.Purpose purpose(org.privacypromise.register.Purpose purpose) {
        var explanation = purpose.explanation();
        return new Notice.Purpose(
                purpose.key(),
                explanation.name(),
                explanation.what(),
                explanation.why(),
                explanation.legal(),
                bases(purpose.grounds()),
                purpose.decision() != null,
                purpose.data().stream()
                        .map(need -> new Notice.Data(need.category(), need.required(), need.otherwise()))
                        .toList(),
                purpose.objectable(),
                purpose.withdrawable(),
                purpose.reach().doubleOptIn(),
                purpose.reach().serviceMessage(),
                purpose.cells()
                        .map(cell -> new Notice.Way(
                                cell.channel(), cell.brand(), cell.changeable(), cell.allowedByDefault()))
                        .toList(),
                purpose.recipients(),
                purpose.retention());
    }

    private static List<Notice.Basis> bases(List<Ground> grounds) {
        return grounds.stream()
                .map(ground ->
                        new Notice.Basis(ground.basis().name(), ground.basis().article(), ground.condition()))
                .toList();
    }
}
