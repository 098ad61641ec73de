package org.privacypromise.fraudcheck.source;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.privacypromise.fraudcheck.source.list.DomainList;
import org.privacypromise.fraudcheck.source.list.PublicSource;

/** Providers that hand out mailboxes for a few minutes. A list that is past its date is no longer believed. */
@Singleton
@Startup
public class DisposableMailboxes {

    private static final Logger LOG = Logger.getLogger(DisposableMailboxes.class);
    private static final String LIST = "privacy/disposable-domains.txt";

    private final DomainList list;
    private final Clock clock;

    DisposableMailboxes(Clock clock) {
        this.list = read();
        this.clock = clock;
        if (isExpired()) {
            LOG.warnf("The list of disposable mailboxes expired on %s and is not used: update it", source().expires());
        }
    }

    /** Whether the provider is on the list; empty if the list cannot be believed any more. */
    public Optional<Boolean> isOneOf(String emailDomain) {
        return isExpired() ? Optional.empty() : Optional.of(list.contains(emailDomain));
    }

    public PublicSource source() {
        return list.source();
    }

    int size() {
        return list.size();
    }

    private boolean isExpired() {
        return source().isExpired(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static DomainList read() {
        try (InputStream file = DisposableMailboxes.class.getClassLoader().getResourceAsStream(LIST)) {
            if (file == null) {
                throw new IllegalStateException("The class path lacks " + LIST);
            }
            return DomainList.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The class path cannot be read", e);
        }
    }
}
