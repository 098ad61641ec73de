package org.privacypromise.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a purpose may touch a customer, and what of it they choose themselves.
 *
 * @param brands keys of the brands it serves
 * @param channels keys of the channels it may use; empty if it reaches nobody
 * @param choosable brand to channels: the cells a customer can switch
 * @param allowedByDefault whether a choosable cell is on for a customer who never chose
 * @param doubleOptIn whether an opt-in by somebody not signed in counts only once confirmed from the contact point
 * @param serviceMessage why the cells that are not choosable cannot be switched off; null if all are choosable
 */
public record Reach(
        List<String> brands,
        List<String> channels,
        Map<String, List<String>> choosable,
        boolean allowedByDefault,
        boolean doubleOptIn,
        @Nullable Text serviceMessage) {

    public Reach {
        brands = List.copyOf(brands);
        channels = List.copyOf(channels);
        choosable = Collections.unmodifiableMap(new LinkedHashMap<>(choosable));
    }

    /** Whether the customer decides about this cell. */
    public boolean isChoosable(String channel, String brand) {
        return choosable.getOrDefault(brand, List.of()).contains(channel);
    }

    boolean contains(String channel, String brand) {
        return channels.contains(channel) && brands.contains(brand);
    }
}
