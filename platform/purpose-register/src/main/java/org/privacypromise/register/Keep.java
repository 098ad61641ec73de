package org.privacypromise.register;

import java.util.List;

/**
 * What a system keeps of a person after an erasure.
 *
 * @param retention key of the {@link RetentionRule retention rule} that asks for it or allows it
 * @param categories keys of the {@link DataCategory data categories}, all of which the system holds
 */
public record Keep(String retention, List<String> categories) {

    public Keep {
        categories = List.copyOf(categories);
    }
}
