package org.privacypromise.requests.clock.law;

import java.time.MonthDay;

/** Where the library that knows the public holidays says something else than a place's law. */
public sealed interface Correction {

    /** Why: the law, or the official list. */
    String source();

    /**
     * No public holiday in law, though the library has it.
     *
     * @param holiday the library's key
     * @param from the first year of which that is true
     * @param to the last one
     */
    record NotOfficial(String holiday, int from, int to, String source) implements Correction {}

    /** A public holiday that the library lacks, on the same day each year. */
    record OnDay(MonthDay day, String name, String source) implements Correction {}

    /**
     * A public holiday that the library lacks, so many days after Easter Sunday.
     *
     * @param orthodox whether it is the Easter of the Orthodox churches
     */
    record FromEaster(int days, boolean orthodox, String name, String source) implements Correction {}
}
