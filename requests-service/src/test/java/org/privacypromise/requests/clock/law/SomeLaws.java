package org.privacypromise.requests.clock.law;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of the four laws, as far as the clock needs them; that the file says the same is for its own test. */
final class SomeLaws {

    static final Laws LAWS =
            Laws.of("some", Arrays.stream(Regime.values()).map(SomeLaws::law).toList(), List.of());

    private SomeLaws() {}

    private static Law law(Regime regime) {
        Map<Right, Entitlement> rights = new EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            Entitlement rule = rule(regime, right);
            if (rule != null) {
                rights.put(right, rule);
            }
        }
        return new Law(regime, words("the " + regime), words("{authority}"), List.of(), rights);
    }

    private static @Nullable Entitlement rule(Regime regime, Right right) {
        Span month = new Span(1, 0, 0);
        Span months = new Span(3, 0, 0);
        return switch (regime) {
            case UK_GDPR ->
                right == Right.COMPLAINT
                        ? new Entitlement(
                                right, "", new Span(0, 30, 0), null, true, new Span(0, 30, 0), false, false, false)
                        : new Entitlement(right, "", month, months, false, null, true, true, right == Right.ACCESS);
            case EU_GDPR ->
                right == Right.COMPLAINT
                        ? null
                        : new Entitlement(right, "", month, months, false, null, true, false, false);
            case CCPA ->
                right == Right.MARKETING_OBJECTION
                        ? new Entitlement(right, "", new Span(0, 0, 15), null, false, null, false, false, false)
                        : right == Right.ACCESS || right == Right.ERASURE
                                ? new Entitlement(
                                        right,
                                        "",
                                        new Span(0, 45, 0),
                                        new Span(0, 90, 0),
                                        false,
                                        new Span(0, 0, 10),
                                        false,
                                        false,
                                        false)
                                : null;
            case LGPD ->
                new Entitlement(right, "", new Span(0, 15, 0), null, right != Right.ACCESS, null, false, false, false);
        };
    }

    private static Words words(String english) {
        return new Words(Map.of("en", english));
    }
}
