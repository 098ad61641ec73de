package org.privacypromise.requests.clock;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Phrase;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;

/** What the law says about a request, in the languages that people are written to in; English for every other. */
@Singleton
public class LawInWords {

    private final Laws laws;
    private final Holidays holidays;

    LawInWords(Laws laws, Holidays holidays) {
        this.laws = laws;
        this.holidays = holidays;
    }

    /** The law's name, within a sentence. */
    public String name(Regime regime, String language) {
        return laws.of(regime).name().in(language);
    }

    /** To whom a person can complain about us, within a sentence. */
    public String complaints(Regime regime, String place, String language) {
        return laws.complaints(regime, place, language);
    }

    /** What it lets a person ask for. */
    public Set<Right> rights(Regime regime) {
        return laws.of(regime).given();
    }

    /** How a date was found, step by step. */
    public List<StepView> steps(Derivation derivation, String language) {
        String law = name(derivation.facts().regime(), language);
        return derivation.steps().stream()
                .map(step -> new StepView(
                        step.date(),
                        named(step, derivation.facts().place(), language).because(language, law)))
                .toList();
    }

    /** A holiday has a name in each language; what was recorded is the English one. */
    private Derivation.Step named(Derivation.Step step, String place, String language) {
        return step.phrase() != Phrase.HOLIDAY
                ? step
                : holidays.on(step.date(), place, language)
                        .map(name -> new Derivation.Step(step.date(), step.because(), step.phrase(), List.of(name)))
                        .orElse(step);
    }
}
