package org.privacypromise.requests.clock.law;

/** The laws that set the clock. What each of them says stands in {@link Laws}, as data with its sources. */
public enum Regime {
    /** Of the United Kingdom. */
    UK_GDPR,
    /** Of the European Union and the other states of the European Economic Area. */
    EU_GDPR,
    /** Of California: the CCPA as amended by the CPRA. */
    CCPA,
    /** Of Brazil. */
    LGPD
}
