package org.privacypromise.fraudcheck.source;

import java.time.LocalDate;
import org.privacypromise.fraudcheck.source.list.PublicSource;

/**
 * A public source.
 *
 * @param signal which signal rests on it
 * @param retrieved when we took it over
 * @param expires after which day it is not believed any more
 */
public record PublicSourceView(
        String name,
        String signal,
        String publisher,
        String version,
        LocalDate retrieved,
        LocalDate expires,
        String reliability,
        int entries) {

    static PublicSourceView from(PublicSource source, String signal, int entries) {
        return new PublicSourceView(
                source.name(),
                signal,
                source.publisher(),
                source.version(),
                source.retrieved(),
                source.expires(),
                source.reliability(),
                entries);
    }
}
