package org.privacypromise.frame.safety;

import java.util.List;
import java.util.stream.Collectors;
import org.privacypromise.frame.safety.rule.UnsafeSetting;

/** The service must not run as it is set; names every fault and what to set instead. */
final class UnsafeSettingsException extends IllegalStateException {

    UnsafeSettingsException(List<UnsafeSetting> settings) {
        super(settings.stream()
                .map(setting -> "\n  - " + setting)
                .collect(Collectors.joining(
                        "",
                        "These settings are unsafe in production:",
                        "\nOn one machine, where nobody else is: PRIVACY_UNSAFE_SETTINGS=local")));
    }
}
